using System;
using System.Collections.Generic;
using SkiaSharp;

namespace ScEdge.Characters.Tests;

/// <summary>
/// Images and labels of drawn characters.
/// </summary>
/// <param name="Pixels">28 x 28 bytes for each image, row by row.</param>
/// <param name="Labels">Index into <see cref="CharacterClasses.Text"/> for each image.</param>
internal sealed record CharacterSet(byte[] Pixels, byte[] Labels)
{
    /// <summary>Draws a set; the classes come in turn, the face of each image by chance: first its family, then one of its faces.</summary>
    /// <param name="families">Faces by family.</param>
    /// <param name="count">Images.</param>
    /// <param name="seed">Seed; an image depends on it and its own place alone.</param>
    public static CharacterSet Draw(IReadOnlyList<IReadOnlyList<SKTypeface>> families, int count, int seed)
    {
        const int Area = CharacterPen.Side * CharacterPen.Side;
        byte[] pixels = new byte[count * Area];
        byte[] labels = new byte[count];
        using CharacterPen pen = new();
        for (int i = 0; i < count; i++)
        {
            Random random = new(unchecked((seed * 1_000_003) + i));
            labels[i] = (byte)(i % CharacterClasses.Text.Length);
            IReadOnlyList<SKTypeface> family = families[random.Next(families.Count)];
            pen.Draw(family[random.Next(family.Count)], CharacterClasses.Text[labels[i]], random, pixels.AsSpan(i * Area, Area));
        }

        return new CharacterSet(pixels, labels);
    }
}
