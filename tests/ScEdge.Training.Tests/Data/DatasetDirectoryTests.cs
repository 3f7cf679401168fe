using System;
using System.IO;
using ScEdge.Input;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class DatasetDirectoryTests : IDisposable
{
    private readonly IdxFiles _files = new();

    [Theory]
    [InlineData("-", "")]
    [InlineData(".", "")]
    [InlineData("-", ".gz")]
    [InlineData(".", ".gz")]
    public void Load_NamesOfMnist_AreFound(string separator, string ending)
    {
        WriteMnist(separator, ending, [0, 6, 3], [1, 2]);
        Dataset dataset = DatasetDirectory.Load(_files.Folder + Path.DirectorySeparatorChar);
        Assert.Equal(Path.GetFileName(_files.Folder), dataset.Name);
        Assert.Equal(
            (3, 2, 2, 3, 7),
            (dataset.Training.Count, dataset.Test.Count, dataset.Training.Height, dataset.Training.Width, dataset.ClassCount));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], dataset.ClassNames);
        Assert.Equal([0, 1, 2, 3, 4, 5], dataset.Training.Images[..6]);
    }

    [Fact]
    public void Load_FolderThatNamesItsClasses_HasThoseNames()
    {
        WriteMnist("-", "", [0, 1, 1], [1, 0]);
        _files.Write("classes.txt", "0\r\nO\n\n Ö \n"u8.ToArray());

        Assert.Equal(["0", "O", "Ö"], DatasetDirectory.Load(_files.Folder).ClassNames);
    }

    [Theory]
    [InlineData("a", "does not name classes")]
    [InlineData("a\nb\na", "does not name classes")]
    [InlineData("a\nb\u0007", "does not name classes")]
    [InlineData("a\nb", "outside 0 to 1")]
    public void Load_NamesThatCannotBe_AreRefused(string text, string part)
    {
        WriteMnist("-", "", [0, 2, 1], [1, 0]);
        _files.Write("classes.txt", System.Text.Encoding.UTF8.GetBytes(text));

        AssertSentence(_files.Folder, part);
    }

    [Theory]
    [InlineData("letters", 26, "A", "Z")]
    [InlineData("balanced", 47, "0", "t")]
    [InlineData("byclass", 62, "0", "z")]
    [InlineData("bymerge", 47, "0", "t")]
    [InlineData("digits", 10, "0", "9")]
    [InlineData("mnist", 10, "0", "9")]
    public void Load_Emnist_IsTurnedUprightAndCountsFromZero(string split, int classes, string first, string last)
    {
        byte offset = split == "letters" ? (byte)1 : (byte)0;
        byte highest = (byte)(classes - 1 + offset);
        WriteEmnist(split, "train", offset, highest);
        WriteEmnist(split, "test", highest);
        Dataset dataset = DatasetDirectory.Load(_files.Folder);
        Assert.Equal($"EMNIST {split}", dataset.Name);
        Assert.Equal(classes, dataset.ClassCount);
        Assert.Equal((first, last), (dataset.ClassNames[0], dataset.ClassNames[^1]));
        Assert.Equal([0, (byte)(classes - 1)], dataset.Training.Labels);

        // 0 1 2 / 3 4 5 becomes 0 3 / 1 4 / 2 5.
        Assert.Equal((3, 2), (dataset.Training.Height, dataset.Training.Width));
        Assert.Equal([0, 3, 1, 4, 2, 5], dataset.Training.Images[..6]);
    }

    [Fact]
    public void Load_NoFolder_SaysSo() => AssertSentence("nowhere", "There is no folder 'nowhere'");

    [Fact]
    public void Load_EmptyFolder_ListsTheNames() => AssertSentence(_files.Folder, "holds no dataset; it needs train-images-idx3-ubyte");

    [Fact]
    public void Load_MissingFile_IsNamed()
    {
        WriteMnist("-", "", [0, 1], [1]);
        File.Delete(Path.Combine(_files.Folder, "t10k-labels-idx1-ubyte"));
        AssertSentence(_files.Folder, "lacks 't10k-labels-idx1-ubyte'");
    }

    [Fact]
    public void Load_PackedAndPlain_ReadsThePlainOne()
    {
        WriteMnist("-", ".gz", [0, 1, 1], [1]);
        WriteMnist("-", "", [0, 1], [1]);
        Assert.Equal(2, DatasetDirectory.Load(_files.Folder).Training.Count);
    }

    [Fact]
    public void Load_TwoNamesOfAFile_IsAmbiguous()
    {
        WriteMnist("-", "", [0, 1], [1]);
        WriteMnist(".", "", [0, 1], [1]);
        AssertSentence(_files.Folder, "holds both 't");
    }

    [Fact]
    public void Load_SeveralDatasets_ReadsTheOneThatIsChosen()
    {
        WriteMnist("-", "", [0, 1], [1]);
        WriteEmnist("letters", "train", 1);
        WriteEmnist("letters", "test", 1);
        InputException exception = Assert.Throws<InputException>(() => DatasetDirectory.Load(_files.Folder));
        Assert.EndsWith("holds several datasets; choose one of plain, letters.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("split plain", exception.Setting);
        Assert.Equal("EMNIST letters", DatasetDirectory.Load(_files.Folder, "letters").Name);
        Assert.Equal(2, DatasetDirectory.Load(_files.Folder, "plain").Training.Count);
        string message = Assert.Throws<InputException>(() => DatasetDirectory.Load(_files.Folder, "digits")).Message;
        Assert.Contains("no split \"digits\"; choose one of plain, letters", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MNIST/raw", "", "MNIST")]
    [InlineData("MNIST/raw", "MNIST", "MNIST")]
    [InlineData("MNIST/raw", "MNIST/raw", "MNIST")]
    [InlineData("digits/gzip", "", "digits")]
    [InlineData("digits/gzip", "digits/gzip", "digits")]
    [InlineData("plain", "plain", "plain")]
    public void Load_FolderAsLibrariesLayIt_IsFoundAndHasItsName(string files, string given, string name)
    {
        WriteMnist("-", "", [0, 1], [1]);
        string folder = Directory.CreateDirectory(Path.Combine(_files.Folder, "root", files)).FullName;
        foreach (string path in Directory.GetFiles(_files.Folder))
        {
            File.Move(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        Assert.Equal(name, DatasetDirectory.Load(Path.Combine(_files.Folder, "root", given)).Name);
    }

    [Fact]
    public void Load_FolderWithTwoOfThem_NamesBoth()
    {
        WriteMnist("-", "", [0, 1], [1]);
        foreach (string name in new[] { "MNIST", "FashionMNIST" })
        {
            string folder = Directory.CreateDirectory(Path.Combine(_files.Folder, "root", name, "raw")).FullName;
            foreach (string path in Directory.GetFiles(_files.Folder))
            {
                File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
            }
        }

        string root = Path.Combine(_files.Folder, "root");
        AssertSentence(
            root, $"holds several datasets; give one of {Path.Combine(root, "FashionMNIST", "raw")}, {Path.Combine(root, "MNIST", "raw")}.");
    }

    [Fact]
    public void Load_CountsDiffer_NamesBothFiles()
    {
        WriteMnist("-", "", [0, 1], [1]);
        _files.Write("t10k-labels-idx1-ubyte", IdxFiles.Bytes([3], [0, 0, 0]));
        AssertSentence(_files.Folder, "t10k-images-idx3-ubyte' holds 1 images but '");
    }

    [Fact]
    public void Load_TestLabelBeyondTraining_IsNamed()
    {
        WriteMnist("-", "", [0, 1], [1, 2]);
        AssertSentence(_files.Folder, "has the label 2 at position 1, outside 0 to 1");
    }

    [Fact]
    public void Load_LettersWithLabelZero_IsNamed()
    {
        WriteEmnist("letters", "train", 1, 0);
        WriteEmnist("letters", "test", 1);
        AssertSentence(_files.Folder, "has the label 0 at position 1, outside 1 to 26");
    }

    [Fact]
    public void Load_SizesDiffer_SaysBoth()
    {
        WriteMnist("-", "", [0, 1], [1]);
        _files.Write("t10k-images-idx3-ubyte", IdxFiles.Bytes([1, 3, 2], [0, 0, 0, 0, 0, 0]));
        AssertSentence(_files.Folder, "are 2 x 3 pixels but the test images 3 x 2");
    }

    public void Dispose() => _files.Dispose();

    private static void AssertSentence(string folder, string part)
        => Assert.Contains(part, Assert.Throws<InputException>(() => DatasetDirectory.Load(folder)).Message, StringComparison.Ordinal);

    private void WriteMnist(string separator, string ending, byte[] training, byte[] test)
    {
        _files.WritePair($"train-images{separator}idx3-ubyte{ending}", $"train-labels{separator}idx1-ubyte{ending}", training);
        _files.WritePair($"t10k-images{separator}idx3-ubyte{ending}", $"t10k-labels{separator}idx1-ubyte{ending}", test);
    }

    private void WriteEmnist(string split, string part, params byte[] labels)
        => _files.WritePair($"emnist-{split}-{part}-images-idx3-ubyte.gz", $"emnist-{split}-{part}-labels-idx1-ubyte", labels);
}
