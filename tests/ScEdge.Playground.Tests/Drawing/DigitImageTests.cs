using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Drawing;

namespace ScEdge.Playground.Tests.Drawing;

[Trait("Kind", "Unit")]
public sealed class DigitImageTests
{
    public static TheoryData<int> Digits => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Digits))]
    public void Of_ADigit_HasItsCentreOfMassInTheMiddleAndFillsTheBox(int digit)
    {
        byte[] pixels = DigitImage.Of(DrawSettings.StrokesOf(SampleDigits.All[digit]));

        double mass = pixels.Sum(static pixel => pixel);
        Assert.InRange(pixels.Select((pixel, i) => pixel * ((i % 28) + 0.5)).Sum() / mass, 13.8, 14.2);
        Assert.InRange(pixels.Select((pixel, i) => pixel * ((i / 28) + 0.5)).Sum() / mass, 13.8, 14.2);
        int[] rows = [.. Enumerable.Range(0, 784).Where(i => pixels[i] > 127).Select(static i => i / 28)];
        Assert.InRange(rows.Max() - rows.Min() + 1, 19, 21);
    }

    [Fact]
    public void Of_TheSameSmallerAndElsewhere_IsTheSame()
    {
        Strokes large = DrawSettings.StrokesOf(SampleDigits.All[5]);
        Strokes small = new([.. large.Lines.Select(line =>
            (IReadOnlyList<(double, double)>)[.. line.Select(static point => ((point.X * 0.5) + 0.3, (point.Y * 0.5) + 0.05))])]);

        byte[] one = DigitImage.Of(large);
        byte[] other = DigitImage.Of(small);

        Assert.All(one.Zip(other), static pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Of_Nothing_IsBlank() => Assert.All(DigitImage.Of(Strokes.None), static pixel => Assert.Equal(0, pixel));

    [Fact]
    public void Of_ADot_IsADot() => Assert.InRange(DigitImage.Of(new Strokes([[(0.9, 0.9)]])).Count(static pixel => pixel > 0), 4, 16);

    [Fact]
    public void Text_OfStrokes_ComesBack()
    {
        DrawSettings settings = DrawSettings.Default with { Length = 64, Strokes = SampleDigits.All[4], Network = "a/b", Library = "neurosim45lp" };

        Assert.Equal(settings, DrawSettings.Read(settings.Write()));
        Assert.Equal(settings.Strokes, DrawSettings.TextOf(DrawSettings.StrokesOf(settings.Strokes)));
        Assert.True(DrawSettings.StrokesOf("12x4~%%~").IsEmpty);
    }
}
