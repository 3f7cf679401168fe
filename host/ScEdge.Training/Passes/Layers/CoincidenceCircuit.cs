using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The coincidences of a product layer's inputs and errors, for one thread.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class CoincidenceCircuit(ProductStage stage)
{
    /// <summary>The layer.</summary>
    protected ProductStage Stage => stage;

    /// <summary>Makes counts of XNOR; null in sign-magnitude coding.</summary>
    protected XnorCoincidences? Xnor { get; } = stage.IsBipolar ? new XnorCoincidences(stage.Shape) : null;

    /// <summary>The counters.</summary>
    public CoincidenceCounters Counters { get; } = new(stage.Shape);

    /// <summary>Makes the circuit of a layer: by levels where that serves, else by gates.</summary>
    public static CoincidenceCircuit Of(ProductStage stage) =>
        stage.HasLevels(PassOperand.GradientInput) ? new LevelCoincidences(stage) : new GateCoincidences(stage);

    /// <summary>Counts the coincidences of an image.</summary>
    /// <param name="serial">Serial number of the image.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="inputScale">Their scale.</param>
    /// <param name="errors">The errors of the outputs.</param>
    /// <param name="errorScale">Their scale.</param>
    /// <param name="oneScale">Scale of the constant one that the errors of biases meet.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters that a coincidence goes to.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receive what the generators did, by operand.</param>
    public void Run(
        uint serial,
        int[] inputs,
        FullScale inputScale,
        int[] errors,
        FullScale errorScale,
        FullScale oneScale,
        int digit,
        int biasDigit,
        PassScratch scratch,
        OperationCounts[] counts)
    {
        Draw(serial, inputs, inputScale, errors, errorScale, scratch, counts);
        OperandStreams constant = stage[PassOperand.GradientOne];
        OperationCounts constantCounts = counts[(int)PassOperand.GradientOne];
        constant.Begin(serial, scratch.Numbers, constantCounts);
        constant.Draw(serial, 0, constant.Probabilities([1], oneScale, scratch), scratch.Numbers, scratch.One, constantCounts);
        if (Xnor is not { } xnor)
        {
            Count(inputs, errors, digit, biasDigit, scratch);
            return;
        }

        // The kernels count the coincidences of all ones; what makes XNOR of them comes on top.
        long before = Counters.Increments;
        Count(
            constant.Signed(inputs, scratch),
            constant.Signed(errors, scratch),
            digit + XnorCoincidences.Digits,
            biasDigit + XnorCoincidences.Digits,
            scratch);
        Span<int> ones = scratch.Ones.AsSpan(0, inputs.Length);
        Span<int> errorOnes = scratch.ErrorOnes.AsSpan(0, errors.Length);
        CountOnes(ones, errorOnes, scratch);
        int onesOfConstant = 0;
        StreamOnes.Count(scratch.One, scratch.One.Length, new Span<int>(ref onesOfConstant));
        xnor.Add(ones, errorOnes, onesOfConstant, constant.Length, digit, biasDigit, Counters.Increments - before, Counters);
    }

    /// <summary>Draws inputs and errors.</summary>
    protected abstract void Draw(
        uint serial, int[] inputs, FullScale inputScale, int[] errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts);

    /// <summary>Counts what has been drawn.</summary>
    /// <param name="inputs">The inputs, for signs and zeros.</param>
    /// <param name="errors">The errors, likewise.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters.</param>
    /// <param name="scratch">Memory of the thread.</param>
    protected abstract void Count(ReadOnlySpan<int> inputs, ReadOnlySpan<int> errors, int digit, int biasDigit, PassScratch scratch);

    /// <summary>Counts the ones of what has been drawn.</summary>
    protected abstract void CountOnes(Span<int> inputs, Span<int> errors, PassScratch scratch);
}
