using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Playground.Networks;

/// <summary>What a network made of an image, once.</summary>
/// <param name="Logits">The score of each class.</param>
/// <param name="Counts">What the circuits of all layers did.</param>
/// <param name="Maps">What each layer that multiplies left for the next one; none where they are not known.</param>
public sealed record DigitReading(IReadOnlyList<float> Logits, OperationCounts Counts, IReadOnlyList<LayerMap> Maps);

/// <summary>Numbers of a layer, channel by channel.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Values">The numbers, in any unit.</param>
public sealed record LayerMap(int Channels, int Height, int Width, IReadOnlyList<int> Values);

/// <summary>How an image is to be read.</summary>
/// <param name="Length">Bits of a stream; a power of two from 8 to 4096.</param>
/// <param name="Source">Where the bits come from.</param>
/// <param name="Seed">Seed of the streams.</param>
public sealed record ReadingSettings(int Length, Stochastic.Passes.StreamSource Source, ulong Seed);
