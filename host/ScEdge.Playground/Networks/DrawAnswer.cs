using System.Collections.Generic;

namespace ScEdge.Playground.Networks;

/// <summary>Readings that another place made.</summary>
/// <param name="Products">Multiplications of an image.</param>
/// <param name="Readings">The readings, in order.</param>
public sealed record DrawAnswer(long Products, IReadOnlyList<RemoteReading> Readings);

/// <summary>One of them.</summary>
/// <param name="Logits">The score of each class.</param>
/// <param name="Counts">What the circuits did, in the order of the counts.</param>
/// <param name="Maps">What each layer left for the next one.</param>
public sealed record RemoteReading(IReadOnlyList<float> Logits, IReadOnlyList<long> Counts, IReadOnlyList<LayerMap> Maps);
