using System;

namespace ScEdge.Cli.Pictures;

/// <summary>
/// Pixels of one grey channel, row by row.
/// </summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">Pixels 0 to 255.</param>
internal sealed record PixelGrid(int Height, int Width, byte[] Pixels)
{
    /// <summary>Gets whether the border is lighter than it is dark, in the mean.</summary>
    public bool HasLightGround
    {
        get
        {
            long sum = 0;
            int count = 0;
            for (int y = 0; y < Height; y++)
            {
                for (int x = 0; x < Width; x++)
                {
                    if (y == 0 || x == 0 || y == Height - 1 || x == Width - 1)
                    {
                        sum += Pixels[(y * Width) + x];
                        count++;
                    }
                }
            }

            return sum > 127L * count;
        }
    }

    /// <summary>Exchanges light and dark.</summary>
    public PixelGrid Inverted() => this with { Pixels = Array.ConvertAll(Pixels, static pixel => (byte)(255 - pixel)) };

    /// <summary>Scales to another size; each new pixel is the mean of the area that it covers.</summary>
    public PixelGrid Scaled(int height, int width)
    {
        byte[] pixels = new byte[height * width];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = Mean(y * (double)Height / height, (y + 1) * (double)Height / height,
                    x * (double)Width / width, (x + 1) * (double)Width / width);
            }
        }

        return new PixelGrid(height, width, pixels);
    }

    private byte Mean(double top, double bottom, double left, double right)
    {
        double sum = 0;
        for (int y = (int)top; y < Math.Min(Height, Math.Ceiling(bottom)); y++)
        {
            double rows = Math.Min(bottom, y + 1) - Math.Max(top, y);
            for (int x = (int)left; x < Math.Min(Width, Math.Ceiling(right)); x++)
            {
                sum += rows * (Math.Min(right, x + 1) - Math.Max(left, x)) * Pixels[(y * Width) + x];
            }
        }

        return (byte)Math.Round(sum / ((bottom - top) * (right - left)));
    }
}
