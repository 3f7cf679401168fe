using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Which numbers of a map are positive and which are negative, plane by plane; those of level zero are neither.
/// </summary>
/// <remarks>A plane may have a background: numbers like that are in neither list, and all others in a third one.</remarks>
/// <param name="capacity">Most numbers of a map.</param>
/// <param name="mostPlanes">Most planes.</param>
internal sealed unsafe class LevelLists(int capacity, int mostPlanes)
{
    private const int Lanes = 16;

    // No pair: a plane without a background.
    private const int None = -1;

    private readonly WordBuffer _positive = new(capacity + Lanes);
    private readonly WordBuffer _negative = new(capacity + Lanes);
    private readonly WordBuffer _others = new(capacity + Lanes);

    // First entry of each plane, and the end of the last one.
    private readonly int[] _positiveStarts = new int[mostPlanes + 1];
    private readonly int[] _negativeStarts = new int[mostPlanes + 1];
    private readonly int[] _otherStarts = new int[mostPlanes + 1];

    // The pair of each plane's background.
    private readonly int[] _backgrounds = new int[mostPlanes];

    /// <summary>Lists the numbers of a map.</summary>
    /// <param name="tier">Instructions.</param>
    /// <param name="map">The numbers, their levels found.</param>
    /// <param name="planes">Planes.</param>
    /// <param name="planeLength">Numbers of each but the last, which may have fewer.</param>
    public void Fill(VectorTier tier, PresentNumbers map, int planes, int planeLength)
    {
        Array.Fill(_backgrounds, None, 0, planes);
        List(tier, map, planes, planeLength);
    }

    /// <summary>Lists the numbers of a map, the backgrounds apart of those planes that have one; parameters as in the other.</summary>
    /// <returns>Whether a plane has one.</returns>
    public bool FillBeside(VectorTier tier, PresentNumbers map, int planes, int planeLength)
    {
        LevelSpan numbers = map.Levels;
        bool isWhole = map.Count == planes * planeLength;
        bool any = false;
        for (int plane = 0; plane < planes; plane++)
        {
            // The others are looked up twice, once as what they are not.
            int first = plane * planeLength;
            bool pays = isWhole && 3 * map.CountLikeFirst(first, planeLength) > 2 * planeLength;
            _backgrounds[plane] = pays && numbers.Signs[first] != 0 ? LevelSpan.Pair(numbers.Levels[first], numbers.Signs[first]) : None;
            any |= _backgrounds[plane] != None;
        }

        List(tier, map, planes, planeLength);
        return any;
    }

    /// <summary>Returns whether a plane has a background.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="number">What it is, at place 0.</param>
    /// <param name="sign">Its sign.</param>
    public bool HasBackground(int plane, out ListedNumber number, out int sign)
    {
        int pair = _backgrounds[plane];
        number = new ListedNumber(0, (byte)pair);
        sign = (sbyte)(pair >> 8);
        return pair != None;
    }

    /// <summary>Returns the positive numbers of a plane.</summary>
    public ReadOnlySpan<ListedNumber> Positive(int plane) => Of(_positive, _positiveStarts, plane);

    /// <summary>Returns the negative numbers of a plane.</summary>
    public ReadOnlySpan<ListedNumber> Negative(int plane) => Of(_negative, _negativeStarts, plane);

    /// <summary>Returns the numbers of a plane that are not its background, listed as if they were.</summary>
    public ReadOnlySpan<ListedNumber> Others(int plane) => Of(_others, _otherStarts, plane);

    private static ReadOnlySpan<ListedNumber> Of(WordBuffer numbers, int[] starts, int plane) =>
        new((ListedNumber*)numbers.Words + starts[plane], starts[plane + 1] - starts[plane]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void List(VectorTier tier, PresentNumbers map, int planes, int planeLength)
    {
        uint* positive = _positive.Words;
        uint* negative = _negative.Words;
        uint* others = _others.Words;
        int* places = map.Places;
        int count = map.Count;
        LevelSpan numbers = map.Levels;
        fixed (byte* levels = numbers.Levels)
        fixed (sbyte* signs = numbers.Signs)
        {
            int i = 0;
            for (int plane = 0, end = planeLength; plane < planes; plane++, end += planeLength)
            {
                int first = end - planeLength;
                int background = _backgrounds[plane];
                while (tier == VectorTier.Bits512 && i <= count - Lanes)
                {
                    Vector512<int> place = Vector512.Load(places + i);
                    Vector512<int> level = Avx512F.ConvertToVector512Int32(Vector128.Load(levels + i));
                    Vector512<int> sign = Avx512F.ConvertToVector512Int32(Vector128.Load(signs + i));
                    Vector512<int> inPlane = Vector512.LessThan(place, Vector512.Create(end));
                    Vector512<int> placed = (place - Vector512.Create(first)) << ListedNumber.LevelBits;
                    Vector512<int> listed = inPlane;
                    if (background != None)
                    {
                        listed &= ~(Vector512.Equals(level, Vector512.Create(background & 0xFF))
                            & Vector512.Equals(sign, Vector512.Create((int)(sbyte)(background >> 8))));
                        others = List(listed, placed | Vector512.Create(background & 0xFF), others);
                    }

                    positive = List(Vector512.GreaterThan(sign, default) & listed, placed | level, positive);
                    negative = List(Vector512.LessThan(sign, default) & listed, placed | level, negative);
                    int taken = BitOperations.PopCount(inPlane.ExtractMostSignificantBits());
                    i += taken;
                    if (taken < Lanes)
                    {
                        break;
                    }
                }

                // Without a branch: what does not belong is written over.
                for (; i < count && places[i] < end; i++)
                {
                    uint placed = (uint)(places[i] - first) << ListedNumber.LevelBits;
                    int isListed = LevelSpan.Pair(levels[i], signs[i]) == background ? 0 : 1;
                    int isNegative = (signs[i] >> 7) & isListed;
                    *positive = placed | levels[i];
                    *negative = placed | levels[i];
                    *others = placed | (byte)background;
                    negative += isNegative;
                    positive += (signs[i] & isListed) - isNegative;
                    others += background == None ? 0 : isListed;
                }

                _positiveStarts[plane + 1] = (int)(positive - _positive.Words);
                _negativeStarts[plane + 1] = (int)(negative - _negative.Words);
                _otherStarts[plane + 1] = (int)(others - _others.Words);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint* List(Vector512<int> chosen, Vector512<int> entries, uint* next)
    {
        Avx512F.Compress(Vector512<int>.Zero, chosen, entries).AsUInt32().Store(next);
        return next + BitOperations.PopCount(chosen.ExtractMostSignificantBits());
    }
}
