using System;
using ScEdge.Input;

namespace ScEdge.Training.Data;

/// <summary>
/// Joins an IDX file of images with one of labels.
/// </summary>
internal static class IdxImages
{
    /// <summary>Checks that both files fit together and makes a set of them.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="images">Three dimensions.</param>
    /// <param name="labels">One dimension.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="firstLabel">The label that stands for class 0.</param>
    /// <exception cref="InputException">Counts differ or a label is out of range.</exception>
    public static ImageSet Join(string name, IdxArray images, IdxArray labels, int classCount, int firstLabel)
    {
        if (images.Sizes[0] != labels.Sizes[0])
        {
            throw new InputException(
                $"'{images.Name}' holds {images.Sizes[0]} images but '{labels.Name}' {labels.Sizes[0]} labels; give files that belong together.");
        }

        byte[] values = labels.Values;
        for (int i = 0; i < values.Length; i++)
        {
            int label = values[i] - firstLabel;
            if (label < 0 || label >= classCount)
            {
                throw new InputException(
                    $"'{labels.Name}' has the label {values[i]} at position {i}, outside {firstLabel} to {firstLabel + classCount - 1}; "
                    + "check that the file belongs to this dataset.");
            }

            values[i] = (byte)label;
        }

        return new ImageSet(name, classCount, 1, images.Sizes[1], images.Sizes[2], images.Values, values);
    }

    /// <summary>Exchanges rows and columns of every image: EMNIST stores them column by column.</summary>
    public static IdxArray Transpose(IdxArray images)
    {
        int height = images.Sizes[1];
        int width = images.Sizes[2];
        byte[] turned = new byte[images.Values.Length];
        for (int start = 0; start < turned.Length; start += height * width)
        {
            ReadOnlySpan<byte> source = images.Values.AsSpan(start, height * width);
            Span<byte> destination = turned.AsSpan(start, height * width);
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    destination[(x * height) + y] = source[(y * width) + x];
                }
            }
        }

        return new IdxArray(images.Name, [images.Sizes[0], width, height], turned);
    }
}
