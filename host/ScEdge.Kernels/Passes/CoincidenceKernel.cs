using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Counts the coincidences of inputs and errors of one image: the twin of <see cref="ProductLayer.CountCoincidences"/>.
/// </summary>
/// <remarks>Holds memory to work in: one object for each thread.</remarks>
public sealed unsafe class CoincidenceKernel
{
    private const int Lanes = ProductSumKernel.Lanes;

    // So many outputs have a bit each in a word.
    private const int MostOutputs = 32;

    private readonly WindowShape _shape;
    private readonly StreamPatches _patches;

    // By window, the outputs of a group whose error is not zero.
    private readonly uint[] _present;

    /// <summary>Makes the kernel of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="length">N, a power of two, in bits.</param>
    public CoincidenceKernel(WindowShape shape, int length)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _patches = new StreamPatches(shape, (length + 31) / 32);
        _present = new uint[shape.Positions];
    }

    /// <summary>Counts the coincidences of an image.</summary>
    /// <param name="inputs">The input map, for signs.</param>
    /// <param name="inputWords">Words of its streams, number by number.</param>
    /// <param name="errors">Errors of the outputs, for signs and zeros.</param>
    /// <param name="errorWords">Words of their streams, number by number.</param>
    /// <param name="one">Words of the stream that the biases' errors pass through.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters that a coincidence goes to.</param>
    /// <param name="counters">Counters; the coincidences are added.</param>
    public void Run(
        ReadOnlySpan<int> inputs,
        WordBuffer inputWords,
        ReadOnlySpan<int> errors,
        WordBuffer errorWords,
        ReadOnlySpan<uint> one,
        int digit,
        int biasDigit,
        CoincidenceCounters counters) =>
        Run(KernelTier.Current, inputs, inputWords, errors, errorWords, one, digit, biasDigit, counters);

    internal void Run(
        VectorTier tier,
        ReadOnlySpan<int> inputs,
        WordBuffer inputWords,
        ReadOnlySpan<int> errors,
        WordBuffer errorWords,
        ReadOnlySpan<uint> one,
        int digit,
        int biasDigit,
        CoincidenceCounters counters)
    {
        ArgumentNullException.ThrowIfNull(inputWords);
        ArgumentNullException.ThrowIfNull(errorWords);
        ArgumentNullException.ThrowIfNull(counters);
        _patches.LayOut(inputs, inputWords);
        for (int first = 0; first < _shape.Outputs; first += MostOutputs)
        {
            FindPresent(errors, first, Math.Min(_shape.Outputs, first + MostOutputs));
            counters.Increments += tier switch
            {
                VectorTier.Bits512 => Count<LaneTier512, Vector512<uint>>(first, errors, errorWords, one, digit, biasDigit, counters),
                VectorTier.Bits256 => Count<LaneTier256, Vector256<uint>>(first, errors, errorWords, one, digit, biasDigit, counters),
                VectorTier.Bits128 => Count<LaneTier128, Vector128<uint>>(first, errors, errorWords, one, digit, biasDigit, counters),
                _ => Count<LaneTierScalar, uint>(first, errors, errorWords, one, digit, biasDigit, counters),
            };
        }
    }

    /// <summary>Notes the outputs of a group whose error is not zero.</summary>
    private void FindPresent(ReadOnlySpan<int> errors, int first, int last)
    {
        int positions = _shape.Positions;
        Array.Clear(_present);
        Span<Vector<uint>> vectors = MemoryMarshal.Cast<uint, Vector<uint>>(_present.AsSpan());
        for (int output = first; output < last; output++)
        {
            ReadOnlySpan<int> plane = errors.Slice(output * positions, positions);
            ReadOnlySpan<Vector<int>> values = MemoryMarshal.Cast<int, Vector<int>>(plane);
            uint bit = 1u << (output - first);
            Vector<uint> bits = new(bit);
            for (int i = 0; i < vectors.Length; i++)
            {
                vectors[i] |= Vector.AndNot(bits, Vector.AsVectorUInt32(Vector.Equals(values[i], Vector<int>.Zero)));
            }

            for (int position = vectors.Length * Vector<uint>.Count; position < positions; position++)
            {
                _present[position] |= plane[position] == 0 ? 0 : bit;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Count<TTier, TVector>(
        int first,
        ReadOnlySpan<int> errors,
        WordBuffer errorWords,
        ReadOnlySpan<uint> one,
        int digit,
        int biasDigit,
        CoincidenceCounters counters)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        int positions = _shape.Positions;
        int wordsPerNumber = _patches.WordsPerNumber;
        int patchLength = _patches.Length;
        nint planeStride = _patches.PlaneStride;
        int* sums = (int*)counters.Weights.Words;
        TVector increments = default;
        long biasIncrements = 0;
        for (int position = 0; position < positions; position++)
        {
            uint present = _present[position];
            if (present == 0)
            {
                continue;
            }

            uint* patch = _patches.Of(position);
            uint* signs = patch + (wordsPerNumber * planeStride);
            for (; present != 0; present &= present - 1)
            {
                int output = first + BitOperations.TrailingZeroCount(present);
                int number = (output * positions) + position;
                int sign = errors[number] >> 31;
                uint* words = errorWords.Words + ((nint)number * wordsPerNumber);
                int ones = 0;
                for (int word = 0; word < one.Length; word++)
                {
                    ones += BitOperations.PopCount(words[word] & one[word]);
                }

                counters.Biases[output] += ((ones ^ sign) - sign) << biasDigit;
                biasIncrements += ones;
                int* target = sums + ((nint)output * counters.Stride);
                for (int tap = 0; tap < patchLength; tap += sizeof(TVector) / sizeof(uint))
                {
                    increments = TTier.Add(increments, ScatterKernel.Add<TTier, TVector>(
                        words, (uint)sign, patch + tap, signs + tap, planeStride, wordsPerNumber, digit, target + tap));
                }
            }
        }

        return biasIncrements + SumOf<TTier, TVector>(increments);
    }

    private static long SumOf<TTier, TVector>(TVector increments)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        uint* lanes = stackalloc uint[Lanes];
        TTier.Store(increments, lanes);
        long sum = 0;
        for (int lane = 0; lane < sizeof(TVector) / sizeof(uint); lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
