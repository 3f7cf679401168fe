using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// <see cref="ScEdge.Stochastic.Sources.CounterGenerator.Word"/> for several counters at once.
/// </summary>
internal static class CounterWords
{
    private const uint FirstMultiplier = 0xED5AD4BB;
    private const uint SecondMultiplier = 0xAC4C1B51;
    private const uint ThirdMultiplier = 0x31848BAB;

    /// <summary>Draws a word in each lane.</summary>
    /// <param name="position">Counter plus the low half of the key.</param>
    /// <param name="keyHigh">High half of the key, in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> At(Vector512<uint> position, Vector512<uint> keyHigh)
    {
        Vector512<uint> word = position ^ Vector512.ShiftRightLogical(position, 17);
        word = (word * Vector512.Create(FirstMultiplier)) ^ keyHigh;
        word ^= Vector512.ShiftRightLogical(word, 11);
        word *= Vector512.Create(SecondMultiplier);
        word ^= Vector512.ShiftRightLogical(word, 15);
        word *= Vector512.Create(ThirdMultiplier);
        return word ^ Vector512.ShiftRightLogical(word, 14);
    }

    /// <inheritdoc cref="At(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> At(Vector256<uint> position, Vector256<uint> keyHigh)
    {
        Vector256<uint> word = position ^ Vector256.ShiftRightLogical(position, 17);
        word = (word * Vector256.Create(FirstMultiplier)) ^ keyHigh;
        word ^= Vector256.ShiftRightLogical(word, 11);
        word *= Vector256.Create(SecondMultiplier);
        word ^= Vector256.ShiftRightLogical(word, 15);
        word *= Vector256.Create(ThirdMultiplier);
        return word ^ Vector256.ShiftRightLogical(word, 14);
    }

    /// <inheritdoc cref="At(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> At(Vector128<uint> position, Vector128<uint> keyHigh)
    {
        Vector128<uint> word = position ^ Vector128.ShiftRightLogical(position, 17);
        word = (word * Vector128.Create(FirstMultiplier)) ^ keyHigh;
        word ^= Vector128.ShiftRightLogical(word, 11);
        word *= Vector128.Create(SecondMultiplier);
        word ^= Vector128.ShiftRightLogical(word, 15);
        word *= Vector128.Create(ThirdMultiplier);
        return word ^ Vector128.ShiftRightLogical(word, 14);
    }

    /// <inheritdoc cref="At(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<uint> At(Vector<uint> position, Vector<uint> keyHigh)
    {
        Vector<uint> word = position ^ Vector.ShiftRightLogical(position, 17);
        word = (word * new Vector<uint>(FirstMultiplier)) ^ keyHigh;
        word ^= Vector.ShiftRightLogical(word, 11);
        word *= new Vector<uint>(SecondMultiplier);
        word ^= Vector.ShiftRightLogical(word, 15);
        word *= new Vector<uint>(ThirdMultiplier);
        return word ^ Vector.ShiftRightLogical(word, 14);
    }
}
