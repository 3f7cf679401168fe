using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>In which coordinate neighbouring words of a sequence differ.</summary>
public enum WordOrder
{
    /// <summary>Parameters of a tensor with streams of 32 bits: every 16th counter.</summary>
    Parameters,

    /// <summary>Parameters with streams of 256 bits, the first word of each: every 128th counter.</summary>
    LongParameters,

    /// <summary>Steps of a training.</summary>
    Steps,

    /// <summary>Kinds of streams, and tensors.</summary>
    Streams,

    /// <summary>Tensors, the same kind of stream.</summary>
    Tensors,

    /// <summary>Seeds of a training.</summary>
    Seeds,

    /// <summary>Keys that another generator draws, as an emulated cell's are drawn by a hardware source.</summary>
    RandomKeys,
}

/// <summary>Coordinates of the words of an order.</summary>
/// <param name="order">Order.</param>
internal sealed class WordPlaces(WordOrder order)
{
    private readonly Random _keys = new(20261129);

    /// <summary>Returns the key and the first counter of word i; asked for in turn.</summary>
    public (ulong Key, uint Counter) Of(uint i) => order switch
    {
        WordOrder.Parameters => (CounterGenerator.Key(3, 17, 5), i * 16),
        WordOrder.LongParameters => (CounterGenerator.Key(3, 17, 5), i * 128),
        WordOrder.Steps => (CounterGenerator.Key(3, 17, i), 4096),
        WordOrder.Streams => (CounterGenerator.Key(3, i, 5), 4096),
        WordOrder.Tensors => (CounterGenerator.Key(3, (i * 16) + 2, 5), 4096),
        WordOrder.Seeds => (CounterGenerator.Key(i, 17, 5), 4096),
        _ => ((ulong)_keys.NextInt64(long.MinValue, long.MaxValue), 0),
    };
}
