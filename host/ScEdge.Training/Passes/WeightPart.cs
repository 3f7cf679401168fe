using System;
using System.Collections.Generic;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>The weights of some outputs of a product layer: as much as is worth handing to a thread.</summary>
/// <param name="Stage">The layer.</param>
/// <param name="FirstOutput">First output.</param>
/// <param name="LastOutput">End of the outputs, exclusive.</param>
internal readonly record struct WeightPart(ProductStage Stage, int FirstOutput, int LastOutput)
{
    private const int MostWeights = 2048;

    /// <summary>Cuts a layer. Where cells remember, it stays whole: a sequence that its weights share is then drawn once.</summary>
    public static IEnumerable<WeightPart> Of(ProductStage stage)
    {
        int outputs = stage.HasMemory ? stage.Shape.Outputs : Math.Max(1, MostWeights / stage.Shape.Taps);
        for (int first = 0; first < stage.Shape.Outputs; first += outputs)
        {
            yield return new WeightPart(stage, first, Math.Min(stage.Shape.Outputs, first + outputs));
        }
    }
}
