using System;
using SkiaSharp;

namespace ScEdge.Characters.Tests;

/// <summary>
/// Draws one character as MNIST's digits were made: ink white on black, within 20 x 20, its centre of mass in the middle of 28 x 28.
/// </summary>
/// <remarks>
/// A character is turned by at most 10 degrees, sheared by at most 0.25, made wider or narrower by at most a fifth and bolder by at most a
/// fifteenth of its size, all evenly distributed. Placement: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
/// </remarks>
internal sealed class CharacterPen : IDisposable
{
    public const int Side = 28;
    private const float Box = 20;
    private const float FontSize = 100;
    private readonly SKBitmap _bitmap = new(Side, Side, SKColorType.Alpha8, SKAlphaType.Premul);
    private readonly SKPaint _paint = new() { IsAntialias = true, Style = SKPaintStyle.StrokeAndFill, StrokeJoin = SKStrokeJoin.Round };

    /// <summary>Draws into 784 bytes, row by row from the top.</summary>
    public void Draw(SKTypeface face, char character, Random random, Span<byte> pixels)
    {
        using SKFont font = new(face, FontSize);
        using SKPath outline = font.GetGlyphPath(face.GetGlyph(character));
        SKMatrix shape = SKMatrix.Concat(
            SKMatrix.CreateRotationDegrees(Between(random, -10, 10)),
            SKMatrix.Concat(SKMatrix.CreateSkew(Between(random, -0.25f, 0.25f), 0), SKMatrix.CreateScale(Between(random, 0.8f, 1.2f), 1)));
        outline.Transform(shape);

        // A stroke around the outline adds to both sides of its bounds.
        float stroke = Between(random, 0, FontSize / 15);
        SKRect ink = outline.TightBounds;
        float scale = Box / (Math.Max(ink.Width, ink.Height) + stroke);
        _paint.StrokeWidth = stroke * scale;
        outline.Transform(SKMatrix.Concat(SKMatrix.CreateScale(scale, scale), SKMatrix.CreateTranslation(-ink.MidX, -ink.MidY)));

        SKPoint centre = Rasterise(outline, new SKPoint(Side / 2f, Side / 2f));
        Rasterise(outline, new SKPoint(Side - centre.X, Side - centre.Y));
        for (int y = 0; y < Side; y++)
        {
            _bitmap.GetPixelSpan().Slice(y * _bitmap.RowBytes, Side).CopyTo(pixels[(y * Side)..]);
        }
    }

    public void Dispose()
    {
        _bitmap.Dispose();
        _paint.Dispose();
    }

    /// <summary>Draws with the outline's origin at a place; returns the centre of mass of the ink.</summary>
    private SKPoint Rasterise(SKPath outline, SKPoint place)
    {
        using SKCanvas canvas = new(_bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(place);
        canvas.DrawPath(outline, _paint);
        canvas.Flush();
        ReadOnlySpan<byte> pixels = _bitmap.GetPixelSpan();
        double mass = 0, x = 0, y = 0;
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                double ink = pixels[(row * _bitmap.RowBytes) + column];
                mass += ink;
                x += ink * (column + 0.5);
                y += ink * (row + 0.5);
            }
        }

        return new SKPoint((float)(x / mass), (float)(y / mass));
    }

    private static float Between(Random random, float low, float high) => low + ((high - low) * random.NextSingle());
}
