using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScEdge.Cli.Output;
using ScEdge.Training.Data;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What a data set holds, as text and as JSON.
/// </summary>
/// <param name="name">What <c>--dataset</c> takes for it.</param>
/// <param name="dataset">The data set.</param>
internal sealed class DatasetSummary(string name, Dataset dataset)
{
    // From the darkest to the brightest pixel.
    private const string Shades = " .:-=+*#%@";
    private const int WidestPicture = 64;

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Dataset = name,
        dataset.Name,
        TrainingImages = dataset.Training.Count,
        TestImages = dataset.Test.Count,
        dataset.Training.Channels,
        dataset.Training.Height,
        dataset.Training.Width,
        Classes = dataset.ClassNames,
        TrainingImagesByClass = Counts(dataset.Training),
        TestImagesByClass = Counts(dataset.Test),
    };

    /// <summary>Writes the sizes in one line.</summary>
    public void WriteLine(IAnsiConsole console) => console.WriteLine(
        $"{name}: {dataset.Name}, {dataset.Training.Count:N0} training and {dataset.Test.Count:N0} test images "
        + $"of {dataset.Training.Height} x {dataset.Training.Width} pixels in {dataset.ClassCount} classes; comes with the program");

    /// <summary>Writes the sizes, the images of each class and a picture of the first.</summary>
    public void Write(IAnsiConsole console)
    {
        InputNormalization input = InputNormalization.FromImages(dataset.Training);
        FactList facts = new();
        facts.Add("name", dataset.Name);
        facts.Add("training images", $"{dataset.Training.Count:N0}");
        facts.Add("test images", $"{dataset.Test.Count:N0}");
        facts.Add("size", $"{dataset.Training.Height} x {dataset.Training.Width} pixels (rows x columns)");
        facts.Add("classes", $"{dataset.ClassCount}");
        facts.Add("pixels", $"mean {-input.Shift / input.Scale / 255:F4}, standard deviation {1 / (255 * input.Scale):F4} of full scale");
        console.Write(facts);
        console.Write(Classes());
        if (dataset.Training.Width <= WidestPicture)
        {
            console.WriteLine($"The first training image, of class {dataset.ClassNames[dataset.Training.Labels[0]]}; it should stand upright:");
            console.WriteLine(Picture(dataset.Training));
        }
    }

    private static int[] Counts(ImageSet images)
    {
        int[] counts = new int[images.ClassCount];
        foreach (byte label in images.Labels.AsSpan(0, images.Count))
        {
            counts[label]++;
        }

        return counts;
    }

    private static string Picture(ImageSet images)
    {
        StringBuilder text = new();
        for (int y = 0; y < images.Height; y++)
        {
            ReadOnlySpan<byte> row = images.Images.AsSpan(y * images.Width, images.Width);
            StringBuilder line = new();
            foreach (byte pixel in row)
            {
                // Twice, because a character is about twice as high as it is wide.
                line.Append(Shades[pixel * Shades.Length / 256], 2);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString().Trim('\n');
    }

    private TextTable Classes()
    {
        TextTable table = new(0, "class", "training", "test");
        IEnumerable<(string Name, int Training, int Test)> rows =
            dataset.ClassNames.Zip(Counts(dataset.Training), Counts(dataset.Test));
        foreach ((string className, int training, int test) in rows)
        {
            table.Add(className, Number(training), Number(test));
        }

        return table;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
