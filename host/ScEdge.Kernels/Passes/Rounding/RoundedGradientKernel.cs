using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Gradients of a layer in fixed point with stochastic rounding: the twin of <see cref="RoundedLayer.AddGradient"/> and
/// <see cref="RoundedLayer.AddBiasGradient"/>.
/// </summary>
public sealed unsafe class RoundedGradientKernel
{
    private readonly WindowShape _shape;
    private readonly WindowMatrix? _windows;
    private readonly int _stride;
    private readonly double[] _inputs;
    private readonly double[] _errors;
    private readonly double[] _sums;
    private readonly int[] _rounded;

    /// <summary>Makes room.</summary>
    /// <param name="shape">Windows.</param>
    public RoundedGradientKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _windows = shape.IsDense ? null : new WindowMatrix(shape);
        _stride = ExactMatrix.Stride(shape.Positions);
        _inputs = new double[shape.InputCount];
        _errors = new double[shape.Outputs * _stride];
        _sums = new double[shape.Taps];
        _rounded = new int[shape.Taps];
    }

    /// <summary>Adds the gradients of an image to their counters.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="inputScale">Their scale.</param>
    /// <param name="errors">Errors of the outputs.</param>
    /// <param name="errorScale">Their scale.</param>
    /// <param name="length">N.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence of streams would count at.</param>
    /// <param name="biasDigit">The same of the biases.</param>
    /// <param name="key">Key of the weights' random words.</param>
    /// <param name="biasKey">Key of the biases' random words.</param>
    /// <param name="counters">The counters.</param>
    public void Run(
        ReadOnlySpan<int> inputs,
        FullScale inputScale,
        ReadOnlySpan<int> errors,
        FullScale errorScale,
        int length,
        int digit,
        int biasDigit,
        ulong key,
        ulong biasKey,
        CoincidenceCounters counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        OperandKernel.Convert(inputs, inputScale, _inputs);
        _windows?.Spread(_inputs);
        int positions = _shape.Positions;
        for (int output = 0; output < _shape.Outputs; output++)
        {
            Span<double> row = _errors.AsSpan(output * _stride, positions);
            OperandKernel.Convert(errors.Slice(output * positions, positions), errorScale, row);
            double sum = 0;
            bool isZero = true;
            foreach (double error in row)
            {
                sum += error;
                isZero &= error == 0;
            }

            uint word = CounterGenerator.Word((uint)biasKey, (uint)(biasKey >> 32), (uint)output);
            counters.Biases[output] += RoundedLayer.Rounded((long)sum, RoundedOperand.Digits - RoundedLayer.Log2(length), biasDigit, word);

            // A sum of zero is rounded to zero by whatever word.
            if (!isZero && digit >= -RoundedLayer.MostThinning)
            {
                Multiply(output);
                AddTo(counters, output, RoundedLayer.DroppedDigits(length), digit, key);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(int output)
    {
        if (_windows is null)
        {
            double error = _errors[output * _stride];
            for (int tap = 0; tap < _sums.Length; tap++)
            {
                _sums[tap] = _inputs[tap] * error;
            }

            return;
        }

        fixed (double* windows = _windows.Numbers, errors = _errors)
        {
            for (int tap = 0; tap < _sums.Length; tap++)
            {
                _sums[tap] = ExactMatrix.Dot(windows + ((nint)tap * _stride), errors + ((nint)output * _stride), _stride);
            }
        }
    }

    private void AddTo(CoincidenceCounters counters, int output, int dropped, int digit, ulong key)
    {
        RoundedSumKernel.Round(_sums, dropped - Math.Min(digit, 0), key, (uint)(output * _sums.Length), _rounded);
        int shift = Math.Max(digit, 0);
        Span<int> weights = new((int*)counters.Weights.Words + ((nint)output * counters.Stride), _rounded.Length);
        for (int tap = 0; tap < weights.Length; tap++)
        {
            weights[tap] += _rounded[tap] << shift;
        }
    }
}
