using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// Gradients by coincidences of two streams, bipolar by the bits that agree less those that do not; where one would be worth less than a step
/// of its counter there are fewer of them.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class StreamCoincidences(ProductStage stage) : CoincidenceCircuit(stage)
{
    private readonly XnorCoincidences? _xnor = stage.IsBipolar ? new XnorCoincidences(stage.Shape) : null;

    /// <inheritdoc/>
    public override void Run(
        uint serial,
        int[] inputs,
        FullScale inputScale,
        MapErrors errors,
        FullScale errorScale,
        int digit,
        int biasDigit,
        PassScratch scratch,
        OperationCounts[] counts)
    {
        int thinning = Math.Min(digit, 0);
        inputScale.Exponent -= thinning;
        inputScale.Shift += thinning;
        Draw(serial, inputs, inputScale, errors, errorScale, scratch, counts);

        // The constant one that the errors of biases meet, made smaller likewise.
        FullScale oneScale = FullScale.At(-Math.Min(biasDigit, 0), 0);
        OperandStreams constant = Stage[PassOperand.GradientOne];
        OperationCounts constantCounts = counts[(int)PassOperand.GradientOne];
        constant.Begin(serial, scratch.Numbers, constantCounts);
        constant.Draw(serial, 0, constant.Probabilities([1], oneScale, scratch), scratch.Numbers, scratch.One, constantCounts);
        (digit, biasDigit) = (Math.Max(digit, 0), Math.Max(biasDigit, 0));
        if (_xnor is null)
        {
            Count(digit, biasDigit, scratch);
        }
        else
        {
            CountXnor(_xnor, inputs, errors, digit, biasDigit, scratch);
        }
    }

    /// <summary>Draws inputs and errors.</summary>
    protected abstract void Draw(
        uint serial, int[] inputs, FullScale inputScale, MapErrors errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts);

    /// <summary>Counts what has been drawn.</summary>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters.</param>
    /// <param name="scratch">Memory of the thread.</param>
    protected abstract void Count(int digit, int biasDigit, PassScratch scratch);

    /// <summary>Counts the ones of what has been drawn.</summary>
    protected abstract void CountOnes(Span<int> inputs, Span<int> errors, PassScratch scratch);

    /// <summary>Counts the coincidences of all ones, as kernels do, and what makes XNOR of them.</summary>
    private void CountXnor(XnorCoincidences xnor, int[] inputs, MapErrors errors, int digit, int biasDigit, PassScratch scratch)
    {
        long before = Counters.Increments;
        OperandStreams constant = Stage[PassOperand.GradientOne];
        Count(digit + XnorCoincidences.Digits, biasDigit + XnorCoincidences.Digits, scratch);
        Span<int> ones = scratch.Ones.AsSpan(0, inputs.Length);
        Span<int> errorOnes = scratch.ErrorOnes.AsSpan(0, errors.Length);
        CountOnes(ones, errorOnes, scratch);
        int onesOfConstant = 0;
        StreamOnes.Count(scratch.One, scratch.One.Length, new Span<int>(ref onesOfConstant));
        xnor.Add(ones, errorOnes, onesOfConstant, constant.Length, digit, biasDigit, Counters.Increments - before, Counters);
    }
}
