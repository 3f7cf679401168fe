using System;
using System.Linq;
using ScEdge.Training.Data;

namespace ScEdge.Training.Passes;

/// <summary>
/// A batch of images on its way: where they come from, who they are, what became of them.
/// </summary>
internal sealed class PassBatch
{
    private readonly InputTable _inputs;
    private readonly ImageRecord[] _records;
    private readonly uint[] _serials;
    private readonly int[] _indices;
    private readonly int[] _labels;
    private ImageSet? _images;

    public PassBatch(PassRoute route, InputTable inputs, int capacity, bool backward)
    {
        _inputs = inputs;
        _records = [.. Enumerable.Range(0, capacity).Select(slot => new ImageRecord(route, slot, backward))];
        _serials = new uint[capacity];
        _indices = new int[capacity];
        _labels = new int[capacity];
        Losses = new double[capacity];
        Predictions = new int[capacity];
    }

    /// <summary>Most images of a batch.</summary>
    public int Capacity => _records.Length;

    /// <summary>Images of this batch.</summary>
    public int Count { get; private set; }

    /// <summary>Serial number of the batch.</summary>
    public uint Serial { get; private set; }

    /// <summary>Maps and errors of the images.</summary>
    public ReadOnlySpan<ImageRecord> Records => _records.AsSpan(0, Count);

    /// <summary>Serial numbers of the images.</summary>
    public ReadOnlySpan<uint> Serials => _serials.AsSpan(0, Count);

    /// <summary>Classes of the images.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Count);

    /// <summary>Loss of each image. The backing array.</summary>
    public double[] Losses { get; }

    /// <summary>The class that each image was taken for. The backing array.</summary>
    public int[] Predictions { get; }

    /// <summary>Begins a batch.</summary>
    public void Begin(ImageSet images, ReadOnlySpan<int> indices, uint serial)
    {
        _images = images;
        Count = indices.Length;
        Serial = serial;
        indices.CopyTo(_indices);
        for (int i = 0; i < indices.Length; i++)
        {
            _serials[i] = (serial * (uint)_records.Length) + (uint)i;
            _labels[i] = images.Labels[indices[i]];
        }
    }

    /// <summary>Takes the pixels of an image into its record.</summary>
    public void TakePixels(int i)
    {
        int length = _images!.ImageLength;
        _inputs.Convert(_images.Images.AsSpan(_indices[i] * length, length), _records[i].Maps[0]);
        _records[i].Units[0] = -InputTable.FractionBits;
    }
}
