using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
    /// <summary>Gets the names of the classes; null where they are their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Describes a data set.</summary>
    public static DataDescription Of(Dataset dataset)
    {
        DataDescription numbered = new(
            dataset.Name, dataset.Training.Count, dataset.Validation.Count, dataset.Test.Count, dataset.ClassCount,
            dataset.Training.Channels, dataset.Training.Height, dataset.Training.Width);
        return dataset.ClassNames.SequenceEqual(numbered.NamesOfClasses()) ? numbered : numbered with { ClassNames = dataset.ClassNames };
    }

    /// <summary>Returns a name for every class.</summary>
    public IReadOnlyList<string> NamesOfClasses() =>
        ClassNames ?? [.. Enumerable.Range(0, Classes).Select(static one => one.ToString(CultureInfo.InvariantCulture))];
}
