using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Makes counts of XNOR gates on bipolar inputs and errors from coincidences: the rest of the twin of
/// <see cref="ProductLayer.CountCoincidences"/> and <see cref="ProductLayer.CountCoincidencesOfBias"/>.
/// </summary>
/// <remarks>
/// 2 C - N = 4 A + (N - 2 la) - 2 le, as in <see cref="XnorSums"/>: coincidences A go to the counters two digits higher, and here the rest does.
/// Holds memory to work in: one object for each thread.
/// </remarks>
public sealed unsafe class XnorCoincidences
{
    /// <summary>Digits above that of a product to which the coincidences of its streams go: 4 A.</summary>
    public const int Digits = 2;

    private readonly WindowShape _shape;
    private readonly RectangleSums _inputs;
    private readonly RectangleSums _errors;
    private readonly int[] _excess;
    private readonly int[] _errorOnes;

    /// <summary>Makes room for a layer.</summary>
    public XnorCoincidences(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _inputs = new RectangleSums(shape.Height, shape.Width);
        _errors = new RectangleSums(shape.OutputHeight, shape.OutputWidth);
        _excess = new int[shape.Taps];
        _errorOnes = new int[shape.KernelHeight * shape.KernelWidth];
    }

    /// <summary>Adds the rest of an image.</summary>
    /// <param name="inputs">Ones of each input.</param>
    /// <param name="errors">Ones of each error.</param>
    /// <param name="one">Ones of the constant that the biases' errors meet.</param>
    /// <param name="length">N.</param>
    /// <param name="digit">Digit of the weights' counters that a product counts at.</param>
    /// <param name="biasDigit">Digit of the biases' counters.</param>
    /// <param name="coincidences">Coincidences of the image, those of the biases among them, which the counters hold.</param>
    /// <param name="counters">The counters.</param>
    public void Add(
        ReadOnlySpan<int> inputs, ReadOnlySpan<int> errors, int one, int length, int digit, int biasDigit, long coincidences,
        CoincidenceCounters counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        FillExcess(inputs, length);
        long rest = 0;
        int positions = _shape.Positions;
        for (int output = 0; output < _shape.Outputs; output++)
        {
            _errors.Fill(errors.Slice(output * positions, positions));
            int onesOfAll = _errors.Of(new TapRange(0, _shape.OutputHeight), new TapRange(0, _shape.OutputWidth));
            int excess = (positions * (length - (2 * one))) - (2 * onesOfAll);
            counters.Biases[output] += excess << biasDigit;
            Span<int> weights = new((int*)counters.Weights.Words + ((nint)output * counters.Stride), _shape.Taps);
            rest += excess + AddWeights(weights, counters.Places, digit);
        }

        // Over all gates 2 C - N is 4 A and the rest.
        long bits = (_shape.Products + _shape.OutputCount) * length;
        long agreeing = (2 * coincidences) + ((rest + bits) / 2);
        counters.Increments += agreeing - coincidences;
        counters.Decrements += bits - agreeing;
    }

    /// <summary>Adds N - 2 la up over the windows of each tap.</summary>
    private void FillExcess(ReadOnlySpan<int> ones, int length)
    {
        int area = _shape.Height * _shape.Width;
        int place = 0;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            _inputs.Fill(ones.Slice(channel * area, area));
            for (int ky = 0; ky < _shape.KernelHeight; ky++)
            {
                TapRange rows = InputsOf(ky, _shape.OutputHeight, _shape.Height);
                for (int kx = 0; kx < _shape.KernelWidth; kx++)
                {
                    TapRange columns = InputsOf(kx, _shape.OutputWidth, _shape.Width);
                    _excess[place++] = (rows.Count * columns.Count * length) - (2 * _inputs.Of(rows, columns));
                }
            }
        }
    }

    /// <summary>Adds the rest of one output, whose errors have been taken, to its counters.</summary>
    /// <returns>All of it.</returns>
    private long AddWeights(Span<int> counters, ReadOnlySpan<int> places, int digit)
    {
        int place = 0;
        for (int ky = 0; ky < _shape.KernelHeight; ky++)
        {
            TapRange rows = WindowsOf(ky, _shape.OutputHeight, _shape.Height);
            for (int kx = 0; kx < _shape.KernelWidth; kx++)
            {
                _errorOnes[place++] = 2 * _errors.Of(rows, WindowsOf(kx, _shape.OutputWidth, _shape.Width));
            }
        }

        long rest = 0;
        for (int first = 0; first < counters.Length; first += _errorOnes.Length)
        {
            for (int tap = 0; tap < _errorOnes.Length; tap++)
            {
                int excess = _excess[first + tap] - _errorOnes[tap];
                counters[places[first + tap]] += excess << digit;
                rest += excess;
            }
        }

        return rest;
    }

    /// <summary>Returns the rows of the input that a row of taps meets.</summary>
    private TapRange InputsOf(int tap, int windows, int inputs) => TapRange.Within(tap - _shape.Padding, tap - _shape.Padding + windows, inputs);

    /// <summary>Returns the rows of windows in which a row of taps lies inside of the map.</summary>
    private TapRange WindowsOf(int tap, int windows, int inputs) => TapRange.Within(_shape.Padding - tap, _shape.Padding - tap + inputs, windows);
}
