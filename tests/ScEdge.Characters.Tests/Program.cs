using System;
using System.IO;
using System.Security.Cryptography;

namespace ScEdge.Characters.Tests;

/// <summary>
/// Draws 36 classes of characters from the fonts of a folder and writes them as IDX files; hw-docs/accuracy.md says which fonts.
/// </summary>
internal static class Program
{
    private const int TrainingImages = 30_024;
    private const int TestImages = 5_004;

    private static int Main(string[] arguments)
    {
        if (arguments.Length is < 1 or > 2)
        {
            Console.Error.WriteLine("Usage: ScEdge.Characters.Tests OUT [FONTS]: the folder to write to, and that of the fonts (/usr/share/fonts).");
            return 2;
        }

        string fonts = arguments.Length == 2 ? arguments[1] : "/usr/share/fonts";
        using FontShelf shelf = FontShelf.Open(fonts);
        if (shelf.Test.Count == 0)
        {
            Console.Error.WriteLine(
                $"'{fonts}' has {shelf.FamilyCount} families of fonts with all characters; five or more are needed: install some.");
            return 3;
        }

        IdxFolder.Write(
            arguments[0], CharacterSet.Draw(shelf.Training, TrainingImages, seed: 1), CharacterSet.Draw(shelf.Test, TestImages, seed: 2));
        Console.WriteLine(
            $"{shelf.FaceCount} faces of {shelf.FamilyCount} families, {shelf.Test.Count} of them for {TestImages:N0} test images, "
            + $"the others for {TrainingImages:N0} training images. SHA-256:");
        foreach (string path in Directory.GetFiles(arguments[0], "*-ubyte"))
        {
            Console.WriteLine($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  {Path.GetFileName(path)}");
        }

        return 0;
    }
}
