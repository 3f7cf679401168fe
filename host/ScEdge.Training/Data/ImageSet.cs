using System;

namespace ScEdge.Training.Data;

/// <summary>
/// Labelled images of one size, stored one after another as bytes.
/// </summary>
public sealed class ImageSet
{
    /// <summary>Wraps pixels and labels; the arrays are kept, not copied.</summary>
    /// <param name="name">Name for messages and reports, for example "MNIST test".</param>
    /// <param name="classCount">Number of classes, 1 to 256.</param>
    /// <param name="channels">Channels per image.</param>
    /// <param name="height">Rows per image, in pixels.</param>
    /// <param name="width">Columns per image, in pixels.</param>
    /// <param name="images">Pixels 0 to 255 in the order [image][channel][row][column].</param>
    /// <param name="labels">Class of each image, 0 to <paramref name="classCount"/> - 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together or a label is out of range.</exception>
    public ImageSet(string name, int classCount, int channels, int height, int width, byte[] images, byte[] labels)
        : this(name, classCount, channels, height, width, images, labels, labels?.Length ?? 0)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (images.LongLength != (long)labels.Length * ImageLength)
        {
            throw new ArgumentException(
                $"{labels.Length} images of {ImageLength} pixels need {(long)labels.Length * ImageLength} bytes, not {images.Length}.",
                nameof(images));
        }

        foreach (byte label in labels)
        {
            if (label >= classCount)
            {
                throw new ArgumentException($"Label {label} is outside 0 to {classCount - 1}.", nameof(labels));
            }
        }
    }

    private ImageSet(string name, int classCount, int channels, int height, int width, byte[] images, byte[] labels, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, 256);
        Name = name;
        ClassCount = classCount;
        Channels = channels;
        Height = height;
        Width = width;
        Images = images;
        Labels = labels;
        Count = count;
    }

    /// <summary>Name for messages and reports.</summary>
    public string Name { get; }

    /// <summary>Number of images.</summary>
    public int Count { get; }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Channels per image.</summary>
    public int Channels { get; }

    /// <summary>Rows per image, in pixels.</summary>
    public int Height { get; }

    /// <summary>Columns per image, in pixels.</summary>
    public int Width { get; }

    /// <summary>Bytes per image.</summary>
    public int ImageLength => Channels * Height * Width;

    /// <summary>Pixels in the order [image][channel][row][column]; may hold more images than <see cref="Count"/>.</summary>
    public byte[] Images { get; }

    /// <summary>Labels; may hold more than <see cref="Count"/>.</summary>
    public byte[] Labels { get; }

    /// <summary>The first images, sharing the memory.</summary>
    /// <param name="count">Number of images, 0 to <see cref="Count"/>.</param>
    public ImageSet First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new ImageSet(Name, ClassCount, Channels, Height, Width, Images, Labels, count);
    }

    /// <summary>Copies some of the images.</summary>
    /// <param name="indices">Which, in the order that they are to have.</param>
    public ImageSet Select(ReadOnlySpan<int> indices)
    {
        byte[] images = new byte[indices.Length * ImageLength];
        byte[] labels = new byte[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)indices[i], (uint)Count, nameof(indices));
            Images.AsSpan(indices[i] * ImageLength, ImageLength).CopyTo(images.AsSpan(i * ImageLength));
            labels[i] = Labels[indices[i]];
        }

        return new ImageSet(Name, ClassCount, Channels, Height, Width, images, labels, labels.Length);
    }
}
