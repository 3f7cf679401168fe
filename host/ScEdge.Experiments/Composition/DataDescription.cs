using ScEdge.Training.Data;

namespace ScEdge.Experiments.Composition;

/// <summary>
/// The images of a run, in numbers.
/// </summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="TrainingImages">Training images in use.</param>
/// <param name="ValidationImages">Images set aside for validation.</param>
/// <param name="TestImages">Test images.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
public sealed record DataDescription(
    string Name, int TrainingImages, int ValidationImages, int TestImages, int Classes, int Channels, int Height, int Width)
{
    /// <summary>Describes a data set.</summary>
    public static DataDescription Of(Dataset dataset) => new(
        dataset.Name, dataset.Training.Count, dataset.Validation.Count, dataset.Test.Count, dataset.ClassCount,
        dataset.Training.Channels, dataset.Training.Height, dataset.Training.Width);
}
