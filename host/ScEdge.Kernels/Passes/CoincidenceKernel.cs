using System;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    // A row of a window is copied by eight words at once, which may reach beyond its end.
    private const int Slack = 8;

    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;
    private readonly int _planeLength;
    private readonly int _patchLength;
    private readonly int _wordsPerNumber;

    // Word w of every number of the padded map stands in plane w; the last plane has the signs.
    private readonly WordBuffer _planes;
    private readonly WordBuffer _patch;
    private readonly bool _isWhole;
    private bool _patchHasSigns;

    /// <summary>Makes the kernel of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="length">N, a power of two, in bits.</param>
    public CoincidenceKernel(WindowShape shape, int length)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _wordsPerNumber = (length + 31) / 32;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _isWhole = shape.Positions == 1;
        _patchLength = RoundUp(shape.Taps);
        _planeLength = RoundUp((shape.Channels * _paddedHeight * _paddedWidth) + Slack);
        _planes = new WordBuffer((_wordsPerNumber + 1) * _planeLength);
        _patch = new WordBuffer((_wordsPerNumber + 1) * (_patchLength + Lanes));
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
        bool signed = LayOut(inputs, inputWords);
        counters.Increments += CountBiases(errors, errorWords, one, biasDigit, counters.Biases);
        counters.Increments += tier switch
        {
            VectorTier.Bits512 => Count<LaneTier512, Vector512<uint>>(errors, errorWords, digit, counters, signed),
            VectorTier.Bits256 => Count<LaneTier256, Vector256<uint>>(errors, errorWords, digit, counters, signed),
            VectorTier.Bits128 => Count<LaneTier128, Vector128<uint>>(errors, errorWords, digit, counters, signed),
            _ => Count<LaneTierScalar, uint>(errors, errorWords, digit, counters, signed),
        };
    }

    private static int RoundUp(int count) => (count + Lanes - 1) / Lanes * Lanes;

    private long CountBiases(ReadOnlySpan<int> errors, WordBuffer errorWords, ReadOnlySpan<uint> one, int digit, int[] biases)
    {
        int positions = _shape.Positions;
        long increments = 0;
        for (int output = 0; output < _shape.Outputs; output++)
        {
            int sum = 0;
            for (int number = output * positions; number < (output + 1) * positions; number++)
            {
                int error = errors[number];
                int ones = 0;
                for (int word = 0; error != 0 && word < _wordsPerNumber; word++)
                {
                    ones += BitOperations.PopCount(errorWords.Words[((nint)number * _wordsPerNumber) + word] & one[word]);
                }

                sum += error < 0 ? -ones : ones;
                increments += ones;
            }

            biases[output] += sum << digit;
        }

        return increments;
    }

    /// <summary>Brings the words of the inputs into planes of a padded map.</summary>
    /// <returns>Whether any input is negative.</returns>
    private bool LayOut(ReadOnlySpan<int> inputs, WordBuffer words)
    {
        int signs = 0;
        int index = 0;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int y = 0; y < _shape.Height; y++)
            {
                nint place = ((((channel * _paddedHeight) + y + _shape.Padding) * (nint)_paddedWidth) + _shape.Padding);
                for (int x = 0; x < _shape.Width; x++, index++)
                {
                    int sign = inputs[index] >> 31;
                    signs |= sign;
                    for (int word = 0; word < _wordsPerNumber; word++)
                    {
                        _planes.Words[((nint)word * _planeLength) + place + x] = words.Words[((nint)index * _wordsPerNumber) + word];
                    }

                    _planes.Words[((nint)_wordsPerNumber * _planeLength) + place + x] = (uint)sign;
                }
            }
        }

        return signs != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Count<TTier, TVector>(ReadOnlySpan<int> errors, WordBuffer errorWords, int digit, CoincidenceCounters counters, bool signed)
        where TTier : struct, ILaneTier<TVector>
        where TVector : unmanaged
    {
        int positions = _shape.Positions;
        int vectorLanes = sizeof(TVector) / sizeof(uint);
        TVector increments = default;
        uint* patch = _isWhole ? _planes.Words : _patch.Words;
        nint planeStride = _isWhole ? _planeLength : _patchLength + Lanes;
        uint* signs = patch + (_wordsPerNumber * planeStride);
        int* sums = (int*)counters.Weights.Words;
        for (int position = 0; position < positions; position++)
        {
            bool isCopied = _isWhole;
            for (int output = 0; output < _shape.Outputs; output++)
            {
                int number = (output * positions) + position;
                int error = errors[number];
                if (error == 0)
                {
                    continue;
                }

                if (!isCopied)
                {
                    Copy(position, signed);
                    isCopied = true;
                }

                uint* words = errorWords.Words + ((nint)number * _wordsPerNumber);
                int* target = sums + ((nint)output * counters.Stride);
                for (int tap = 0; tap < _patchLength; tap += vectorLanes)
                {
                    increments = TTier.Add(increments, ScatterKernel.Add<TTier, TVector>(
                        words, (uint)(error >> 31), patch + tap, signs + tap, planeStride, _wordsPerNumber, digit, target + tap));
                }
            }
        }

        uint* lanes = stackalloc uint[Lanes];
        TTier.Store(increments, lanes);
        long sum = 0;
        for (int lane = 0; lane < vectorLanes; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }

    /// <summary>Copies the words of a window's taps side by side.</summary>
    private void Copy(int position, bool signed)
    {
        int y = position / _shape.OutputWidth;
        int x = position % _shape.OutputWidth;
        int width = _shape.KernelWidth;

        // The signs' plane stays zero where no input is negative.
        for (int plane = 0; plane < _wordsPerNumber + (signed || _patchHasSigns ? 1 : 0); plane++)
        {
            uint* target = _patch.Words + ((nint)plane * (_patchLength + Lanes));
            for (int channel = 0; channel < _shape.Channels; channel++)
            {
                uint* source = _planes.Words + ((nint)plane * _planeLength) + ((((channel * _paddedHeight) + y) * (nint)_paddedWidth) + x);
                for (int row = 0; row < _shape.KernelHeight; row++)
                {
                    for (int column = 0; column < width; column += Slack)
                    {
                        Vector256.Store(Vector256.Load(source + column), target + column);
                    }

                    source += _paddedWidth;
                    target += width;
                }
            }

            for (int tap = _shape.Taps; tap < _patchLength; tap++)
            {
                _patch.Words[((nint)plane * (_patchLength + Lanes)) + tap] = 0;
            }
        }

        _patchHasSigns = signed;
    }

}
