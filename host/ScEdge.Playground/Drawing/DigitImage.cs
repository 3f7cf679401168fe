using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Playground.Drawing;

/// <summary>
/// Makes an image of strokes as those of MNIST were made: the character fills 20 x 20 pixels, its centre of mass lies in the middle of 28 x 28.
/// </summary>
/// <remarks>
/// Light on dark, grey levels from anti-aliasing (Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits"). The pen is as
/// wide as those of the set are once they are scaled, however large the character was drawn.
/// </remarks>
public static class DigitImage
{
    /// <summary>Rows and columns.</summary>
    public const int Side = 28;

    private const double Box = 20;
    private const double PenRadius = 1.15;

    // The edge of a line fades over one pixel.
    private const double Edge = 0.5;

    // Dots and nearly straight lines are not blown up.
    private const double SmallestExtent = 0.12;

    /// <summary>Draws the image.</summary>
    /// <returns>Pixels 0 to 255, row by row; all 0 where nothing was drawn.</returns>
    public static byte[] Of(Strokes strokes)
    {
        ArgumentNullException.ThrowIfNull(strokes);
        if (strokes.IsEmpty)
        {
            return new byte[Side * Side];
        }

        (double X, double Y)[] points = [.. strokes.Lines.SelectMany(static line => line)];
        (double left, double top) = (points.Min(static point => point.X), points.Min(static point => point.Y));
        (double width, double height) = (points.Max(static point => point.X) - left, points.Max(static point => point.Y) - top);
        double scale = (Box - (2 * PenRadius)) / Math.Max(Math.Max(width, height), SmallestExtent);
        IReadOnlyList<(double X, double Y)>[] Placed(double x, double y) =>
        [
            .. strokes.Lines.Select(line => line.Select(point => (((point.X - left) * scale) + x, ((point.Y - top) * scale) + y)).ToArray()),
        ];

        double x = (Side - (width * scale)) / 2;
        double y = (Side - (height * scale)) / 2;
        byte[] pixels = Draw(Placed(x, y));
        (double massX, double massY) = CentreOfMass(pixels);
        return Draw(Placed(x + (Side / 2.0) - massX, y + (Side / 2.0) - massY));
    }

    private static byte[] Draw(IReadOnlyList<(double X, double Y)>[] lines)
    {
        byte[] pixels = new byte[Side * Side];
        foreach (IReadOnlyList<(double X, double Y)> line in lines)
        {
            for (int i = 0; i < Math.Max(1, line.Count - 1); i++)
            {
                DrawSegment(pixels, line[i], line[Math.Min(i + 1, line.Count - 1)]);
            }
        }

        return pixels;
    }

    private static void DrawSegment(byte[] pixels, (double X, double Y) from, (double X, double Y) to)
    {
        const double Reach = PenRadius + Edge;
        int left = Math.Max(0, (int)(Math.Min(from.X, to.X) - Reach));
        int right = Math.Min(Side - 1, (int)(Math.Max(from.X, to.X) + Reach));
        int top = Math.Max(0, (int)(Math.Min(from.Y, to.Y) - Reach));
        int bottom = Math.Min(Side - 1, (int)(Math.Max(from.Y, to.Y) + Reach));
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                double distance = Distance(column + 0.5, row + 0.5, from, to);
                byte level = (byte)Math.Round(255 * Math.Clamp(PenRadius + Edge - distance, 0, 1));
                ref byte pixel = ref pixels[(row * Side) + column];
                pixel = Math.Max(pixel, level);
            }
        }
    }

    private static double Distance(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double square = (dx * dx) + (dy * dy);
        double along = square == 0 ? 0 : Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / square, 0, 1);
        (double ex, double ey) = (x - from.X - (along * dx), y - from.Y - (along * dy));
        return Math.Sqrt((ex * ex) + (ey * ey));
    }

    private static (double X, double Y) CentreOfMass(byte[] pixels)
    {
        (double mass, double sumX, double sumY) = (0, 0, 0);
        for (int i = 0; i < pixels.Length; i++)
        {
            mass += pixels[i];
            sumX += pixels[i] * ((i % Side) + 0.5);
            sumY += pixels[i] * ((i / Side) + 0.5);
        }

        return mass == 0 ? (Side / 2.0, Side / 2.0) : (sumX / mass, sumY / mass);
    }
}
