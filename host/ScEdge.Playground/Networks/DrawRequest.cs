namespace ScEdge.Playground.Networks;

/// <summary>Readings of an image that are wanted of another place.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Pixels">Pixels 0 to 255, row by row, in base64.</param>
/// <param name="Length">Bits of a stream.</param>
/// <param name="Source">Name of the source of the bits.</param>
/// <param name="Seed">Seed of the streams.</param>
/// <param name="First">Serial number of the first reading.</param>
/// <param name="Count">Readings.</param>
public sealed record DrawRequest(string Network, string Place, string Pixels, int Length, string Source, ulong Seed, uint First, int Count);
