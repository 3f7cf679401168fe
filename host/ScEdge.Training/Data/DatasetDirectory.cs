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
/// bymerge, digits, mnist; each plain or with .gz behind, of which the plain one is read. A folder of several is read with the word of a
/// split, plain for the first kind.</para>
/// <para>They lie in the folder, or below it as archives and libraries lay them: in raw or gzip, or in raw or gzip of a folder that has the name
/// of the data set (torchvision: ROOT/MNIST/raw).</para>
/// <para>EMNIST images are turned upright and the labels 1 to 26 of its letters become 0 to 25. Files named like MNIST
/// may have any number of classes: one more than the greatest training label, or those that a file classes.txt beside them names, a line for
/// each, from class 0.</para>
/// </remarks>
public static class DatasetDirectory
{
    private static readonly string[] Layers = ["raw", "gzip"];

    /// <summary>Reads the dataset of a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="split">Which one, where there are several; null for the only one.</param>
    /// <exception cref="InputException">Files are missing, ambiguous, damaged or do not belong together.</exception>
    public static Dataset Load(string directory, string? split = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (!Directory.Exists(directory))
        {
            throw new InputException($"There is no folder '{directory}'; give the folder that holds the IDX files.");
        }

        try
        {
            string folder = FolderOf(directory);
            return Load(folder, FamilyOf(folder, split));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Folder '{directory}' cannot be read ({exception.Message}); check the permissions.", exception);
        }
    }

    /// <summary>Finds the folder with the files: the given one, or one below it.</summary>
    private static string FolderOf(string directory)
    {
        if (FamiliesOf(directory).Count > 0)
        {
            return directory;
        }

        string[] below =
        [
            .. Directory.EnumerateDirectories(directory).Prepend(directory)
                .SelectMany(static parent => Layers.Select(layer => Path.Combine(parent, layer)))
                .Where(static folder => Directory.Exists(folder) && FamiliesOf(folder).Count > 0).Order(StringComparer.Ordinal),
        ];
        return below.Length switch
        {
            1 => below[0],
            0 => throw new InputException(
                $"Folder '{directory}' holds no dataset; it needs train-images-idx3-ubyte, train-labels-idx1-ubyte, "
                + "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, or the same files of an EMNIST split, plain or .gz."),
            _ => throw new InputException($"Folder '{directory}' holds several datasets; give one of {string.Join(", ", below)}."),
        };
    }

    private static DatasetFamily FamilyOf(string folder, string? split)
    {
        List<DatasetFamily> present = FamiliesOf(folder);
        string names = string.Join(", ", present.Select(static family => family.Split));
        if (split is not null)
        {
            return present.FirstOrDefault(family => family.Split == split)
                ?? throw new InputException($"Folder '{folder}' holds no split \"{split}\"; choose one of {names}.") { Setting = "split" };
        }

        return present.Count == 1
            ? present[0]
            : throw new InputException($"Folder '{folder}' holds several datasets; choose one of {names}.") { Setting = $"split {present[0].Split}" };
    }

    private static List<DatasetFamily> FamiliesOf(string directory) => [.. DatasetFamily.All.Where(family => IsPresent(directory, family))];

    // What it is, and not how it lies on the disk.
    private static string NameOf(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string name = Path.GetFileName(path);
        return Layers.Contains(name) && Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 } parent ? parent : name;
    }

    private static bool IsPresent(string directory, DatasetFamily family)
        => new[] { family.TrainingPrefix, family.TestPrefix }
            .SelectMany(static prefix => DatasetFamily.FileNames(prefix, true).Concat(DatasetFamily.FileNames(prefix, false)))
            .Any(name => File.Exists(Path.Combine(directory, name)));

    private static Dataset Load(string directory, DatasetFamily family)
    {
        string name = family.Name ?? NameOf(directory);
        IdxArray trainingLabels = ReadLabels(directory, family.TrainingPrefix);
        IReadOnlyList<string> classNames =
            family.ClassNames ?? ClassNameFile.Read(directory) ?? ClassNameLists.Numbers(Math.Max(2, trainingLabels.Values.Max() + 1));
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

        // Unpacked beside the archive, as libraries leave it.
        List<string> plain = [.. found.Where(static name => !name.EndsWith(".gz", StringComparison.Ordinal))];
        found = plain.Count > 0 ? plain : found;
        return found.Count switch
        {
            1 => Path.Combine(directory, found[0]),
            0 => throw new InputException($"Folder '{directory}' lacks '{names[0]}' (or with .gz); add it."),
            _ => throw new InputException($"Folder '{directory}' holds both '{found[0]}' and '{found[1]}'; leave only one of them in it."),
        };
    }
}
