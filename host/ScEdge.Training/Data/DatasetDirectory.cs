using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Training.Data;

/// <summary>
/// Finds and reads the four IDX files of a dataset in a folder: MNIST, EMNIST and whatever is named like MNIST.
/// </summary>
/// <remarks>
/// <para>Names: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (also
/// with a point before idx), or emnist-SPLIT-train-images-idx3-ubyte and so on with the splits letters, balanced, byclass,
/// bymerge, digits, mnist; each plain or with .gz behind.</para>
/// <para>EMNIST images are turned upright and the labels 1 to 26 of its letters become 0 to 25. Files named like MNIST
/// may have any number of classes: one more than the greatest training label.</para>
/// </remarks>
public static class DatasetDirectory
{
    /// <summary>Reads the dataset of a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="InputException">Files are missing, ambiguous, damaged or do not belong together.</exception>
    public static Dataset Load(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (!Directory.Exists(directory))
        {
            throw new InputException($"There is no folder '{directory}'; give the folder that holds the IDX files.");
        }

        List<DatasetFamily> present = [.. DatasetFamily.All.Where(family => IsPresent(directory, family))];
        return present.Count switch
        {
            1 => Load(directory, present[0]),
            0 => throw new InputException(
                $"Folder '{directory}' holds no dataset; it needs train-images-idx3-ubyte, train-labels-idx1-ubyte, "
                + "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, or the same files of an EMNIST split, plain or .gz."),
            _ => throw new InputException(
                $"Folder '{directory}' holds several datasets ({string.Join(", ", present.Select(static family => family.Name ?? "MNIST"))}); "
                + "leave only one in it."),
        };
    }

    private static bool IsPresent(string directory, DatasetFamily family)
        => new[] { family.TrainingPrefix, family.TestPrefix }
            .SelectMany(static prefix => DatasetFamily.FileNames(prefix, true).Concat(DatasetFamily.FileNames(prefix, false)))
            .Any(name => File.Exists(Path.Combine(directory, name)));

    private static Dataset Load(string directory, DatasetFamily family)
    {
        string name = family.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        IdxArray trainingLabels = ReadLabels(directory, family.TrainingPrefix);
        IReadOnlyList<string> classNames =
            family.ClassNames ?? ClassNameLists.Numbers(Math.Max(2, trainingLabels.Values.Max() + 1));
        ImageSet training = IdxImages.Join(
            $"{name} training", ReadImages(directory, family.TrainingPrefix, family.Transposed),
            trainingLabels, classNames.Count, family.FirstLabel);
        ImageSet test = IdxImages.Join(
            $"{name} test", ReadImages(directory, family.TestPrefix, family.Transposed),
            ReadLabels(directory, family.TestPrefix), classNames.Count, family.FirstLabel);
        if ((training.Height, training.Width) != (test.Height, test.Width))
        {
            throw new InputException(
                $"The training images in '{directory}' are {training.Height} x {training.Width} pixels "
                + $"but the test images {test.Height} x {test.Width}; give files that belong together.");
        }

        return new Dataset(name, training, test, classNames);
    }

    private static IdxArray ReadLabels(string directory, string prefix)
        => IdxReader.Read(Find(directory, DatasetFamily.FileNames(prefix, images: false)), 1);

    private static IdxArray ReadImages(string directory, string prefix, bool transposed)
    {
        IdxArray images = IdxReader.Read(Find(directory, DatasetFamily.FileNames(prefix, images: true)), 3);
        return transposed ? IdxImages.Transpose(images) : images;
    }

    private static string Find(string directory, IReadOnlyList<string> names)
    {
        List<string> found = [.. names.Where(name => File.Exists(Path.Combine(directory, name)))];
        return found.Count switch
        {
            1 => Path.Combine(directory, found[0]),
            0 => throw new InputException($"Folder '{directory}' lacks '{names[0]}' (or with .gz); add it."),
            _ => throw new InputException($"Folder '{directory}' holds both '{found[0]}' and '{found[1]}'; leave only one of them in it."),
        };
    }
}
