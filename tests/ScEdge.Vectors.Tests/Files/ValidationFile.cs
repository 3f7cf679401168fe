using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Vectors;
using ScEdge.Training.Data;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>The images that are set aside for validation.</summary>
internal static class ValidationFile
{
    public const string Name = "validation.jsonl";

    private const int Listed = 20;
    private static readonly int[] Sizes = [12, 25, 240, 60_000];

    public static string Text() => VectorText.JsonLines(Sizes.Select(Case));

    private static ValidationCase Case(int images)
    {
        ImageSet validation = ValidationSplit.Apply(Numbered(images), null).Validation;
        return new(images, validation.Count, [.. Enumerable.Range(0, int.Min(Listed, validation.Count)).Select(place => Number(validation, place))]);
    }

    /// <summary>Images of two pixels that hold their own place in the file.</summary>
    private static Dataset Numbered(int images)
    {
        byte[] pixels = [.. Enumerable.Range(0, images).SelectMany(place => new[] { (byte)place, (byte)(place >> 8) })];
        ImageSet training = new("numbered", 1, 1, 1, 2, pixels, new byte[images]);
        return new Dataset("numbered", training, training.First(0), ["any"]);
    }

    private static int Number(ImageSet images, int place) => images.Images[2 * place] | (images.Images[(2 * place) + 1] << 8);
}
