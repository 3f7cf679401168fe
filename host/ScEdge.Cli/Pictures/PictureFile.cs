using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Data;
using StbImageSharp;

namespace ScEdge.Cli.Pictures;

/// <summary>
/// Reads what a user has as a picture: a file of an image, one or some of an IDX file, or of the images that come with the program.
/// </summary>
internal static class PictureFile
{
    private const string Mnist = "mnist";
    private const int MostSide = 8192;
    private const long MostBytes = 64 << 20;
    private const int MostImages = 10_000;

    /// <summary>Reads pictures for a network.</summary>
    /// <param name="text">A file; or FILE#N, FILE#N-M, mnist#N, mnist#N-M.</param>
    /// <param name="height">Rows that the network takes.</param>
    /// <param name="width">Columns that it takes.</param>
    /// <exception cref="InputException">There is no such picture, or it cannot be read.</exception>
    public static IReadOnlyList<Picture> Read(string text, int height, int width)
    {
        int mark = text.LastIndexOf('#');
        return mark < 0 || File.Exists(text) ? [Fitted(text, Decoded(text), height, width)] : Numbered(text, mark, height, width);
    }

    private static IReadOnlyList<Picture> Numbered(string text, int mark, int height, int width)
    {
        string name = text[..mark];
        (int first, int last) = Range(text[(mark + 1)..], text);
        ImageSet? labelled = name == Mnist ? MnistDataset.Load().Test : null;
        IdxArray? file = labelled is null ? IdxReader.Read(name, 3) : null;
        (int count, int rows, int columns, byte[] pixels) = labelled is not null
            ? (labelled.Count, labelled.Height, labelled.Width, labelled.Images)
            : (file!.Sizes[0], file.Sizes[1], file.Sizes[2], file.Values);
        if (last >= count)
        {
            throw new InputException($"{name} has the images 0 to {count - 1}, and not {last}: give one of these.");
        }

        return [.. Enumerable.Range(first, last - first + 1).Select(number =>
        {
            PixelGrid grid = new(rows, columns, pixels.AsSpan(number * rows * columns, rows * columns).ToArray());
            (PixelGrid scaled, string changes) = Scaled(grid, text, height, width);
            return new Picture($"{name}#{number}", scaled.Pixels, labelled?.Labels[number], changes);
        })];
    }

    private static (int First, int Last) Range(string text, string whole)
    {
        string[] ends = text.Split('-');
        bool isRange = ends.Length is 1 or 2
            & int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            & int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last);
        return isRange && last >= first && last - first < MostImages
            ? (first, last)
            : throw new InputException($"\"{whole}\" does not say which images: give a number such as #7, or two such as #0-9.");
    }

    private static Picture Fitted(string path, PixelGrid grid, int height, int width)
    {
        // Handwriting is light on dark in the sets that networks are trained on.
        bool isLight = grid.HasLightGround;
        (PixelGrid scaled, string changes) = Scaled(isLight ? grid.Inverted() : grid, path, height, width);
        string turned = isLight ? "dark on light turned round" : "";
        return new Picture(path, scaled.Pixels, null, string.Join(", ", new[] { turned, changes }.Where(static change => change.Length > 0)));
    }

    private static (PixelGrid Grid, string Changes) Scaled(PixelGrid grid, string name, int height, int width)
    {
        if ((grid.Height, grid.Width) == (height, width))
        {
            return (grid, "");
        }

        return (long)grid.Height * width == (long)grid.Width * height
            ? (grid.Scaled(height, width), $"scaled from {grid.Width} x {grid.Height}")
            : throw new InputException(
                $"{name} has {grid.Width} x {grid.Height} pixels, and the network takes {width} x {height}: cut it to that shape, the character in "
                + "the middle.");
    }

    private static PixelGrid Decoded(string path)
    {
        byte[] bytes;
        try
        {
            bytes = new FileInfo(path).Length <= MostBytes
                ? File.ReadAllBytes(path)
                : throw new InputException($"{path} is larger than {MostBytes >> 20} MB: give an image of one character.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read '{path}' ({exception.Message}); check the path and the permissions.", exception);
        }

        PixelGrid? grid = PortableGreymap.IsOne(bytes) ? PortableGreymap.Read(bytes, MostSide) : Image(bytes);
        return grid ?? throw new InputException(
            $"{path} is no image that can be read: give a PNG, JPEG, BMP or PGM file of at most {MostSide} x {MostSide} pixels, or an IDX file "
            + "with #N.");
    }

    private static PixelGrid? Image(byte[] bytes)
    {
        try
        {
            using MemoryStream stream = new(bytes);
            if (ImageInfo.FromStream(stream) is not { } info || info.Width is < 1 or > MostSide || info.Height is < 1 or > MostSide)
            {
                return null;
            }

            ImageResult image = ImageResult.FromMemory(bytes, ColorComponents.GreyAlpha);
            return new PixelGrid(image.Height, image.Width, OnWhite(image.Data));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws whatever a damaged file leads it to.
            return null;
        }
    }

    /// <summary>Lays pixels of grey and opacity on paper.</summary>
    private static byte[] OnWhite(byte[] pixels)
    {
        byte[] greys = new byte[pixels.Length / 2];
        for (int i = 0; i < greys.Length; i++)
        {
            greys[i] = (byte)(255 - ((((255 - pixels[2 * i]) * pixels[(2 * i) + 1]) + 127) / 255));
        }

        return greys;
    }
}
