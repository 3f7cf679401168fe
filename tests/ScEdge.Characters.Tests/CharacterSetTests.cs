using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace ScEdge.Characters.Tests;

public sealed class CharacterSetTests : IDisposable
{
    private const int Area = CharacterPen.Side * CharacterPen.Side;
    private readonly FontShelf _shelf = FontShelf.Open(FontsFactAttribute.Folder);

    public void Dispose() => _shelf.Dispose();

    [FontsFact]
    public void Families_OfTheTest_AreNotThoseOfTheTraining() =>
        Assert.Empty(_shelf.Training.Select(Name).Intersect(_shelf.Test.Select(Name)));

    [FontsFact]
    public void Draw_SameSeed_SameBytes()
    {
        CharacterSet first = CharacterSet.Draw(_shelf.Training, 72, seed: 3);
        CharacterSet second = CharacterSet.Draw(_shelf.Training, 72, seed: 3);
        Assert.Equal(first.Pixels, second.Pixels);
        Assert.NotEqual(first.Pixels, CharacterSet.Draw(_shelf.Training, 72, seed: 4).Pixels);
    }

    [FontsFact]
    public void Draw_EveryImage_HasTheCentreOfItsInkInTheMiddle()
    {
        CharacterSet set = CharacterSet.Draw(_shelf.Training, 360, seed: 5);
        for (int i = 0; i < set.Labels.Length; i++)
        {
            double mass = 0, x = 0, y = 0;
            for (int p = 0; p < Area; p++)
            {
                byte ink = set.Pixels[(i * Area) + p];
                mass += ink;
                x += ink * ((p % CharacterPen.Side) + 0.5);
                y += ink * ((p / CharacterPen.Side) + 0.5);
            }

            // Moving an outline by a part of a pixel changes how its rim is rounded to 8 bits, hence a quarter of a pixel.
            Assert.True(mass > 0);
            Assert.InRange(x / mass, 13.75, 14.25);
            Assert.InRange(y / mass, 13.75, 14.25);
        }
    }

    [FontsFact]
    public void Draw_Labels_EveryClassEquallyOften() =>
        Assert.All(CharacterSet.Draw(_shelf.Test, 72, seed: 6).Labels.CountBy(static label => label), static pair => Assert.Equal(2, pair.Value));

    [FontsFact]
    public void Write_Set_HeadingsAndBytesOfIdx()
    {
        string folder = Directory.CreateTempSubdirectory("scedge-characters-").FullName;
        CharacterSet set = CharacterSet.Draw(_shelf.Test, 36, seed: 7);
        IdxFolder.Write(folder, set, set);

        byte[] images = File.ReadAllBytes(Path.Combine(folder, "t10k-images-idx3-ubyte"));
        byte[] labels = File.ReadAllBytes(Path.Combine(folder, "train-labels-idx1-ubyte"));
        Directory.Delete(folder, recursive: true);
        Assert.Equal([0, 0, 8, 3, 0, 0, 0, 36, 0, 0, 0, 28, 0, 0, 0, 28], images[..16]);
        Assert.Equal(set.Pixels, images[16..]);
        Assert.Equal([0, 0, 8, 1, 0, 0, 0, 36], labels[..8]);
        Assert.Equal(set.Labels, labels[8..]);
    }

    private static string Name(IReadOnlyList<SKTypeface> family) => family[0].FamilyName;
}
