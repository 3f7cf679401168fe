using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The gradients of a product layer, image by image into counters, for one thread.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class CoincidenceCircuit(ProductStage stage)
{
    /// <summary>The layer.</summary>
    protected ProductStage Stage => stage;

    /// <summary>The counters.</summary>
    public abstract CoincidenceCounters Counters { get; }

    /// <summary>Makes the circuit of a layer: in fixed point, by levels where that serves, else by gates.</summary>
    public static CoincidenceCircuit Of(ProductStage stage) =>
        stage.IsRounded ? new RoundedGradients(stage)
        : stage.HasLevels(PassOperand.GradientInput) ? new LevelCoincidences(stage)
        : new GateCoincidences(stage);

    /// <summary>Counts the coincidences of an image.</summary>
    /// <param name="serial">Serial number of the image.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="inputScale">Their scale.</param>
    /// <param name="errors">The errors of the outputs.</param>
    /// <param name="errorScale">Their scale.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence is worth; negative: below their step.</param>
    /// <param name="biasDigit">The same of the biases' counters.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receive what the generators did, by operand.</param>
    public abstract void Run(
        uint serial,
        int[] inputs,
        FullScale inputScale,
        MapErrors errors,
        FullScale errorScale,
        int digit,
        int biasDigit,
        PassScratch scratch,
        OperationCounts[] counts);
}
