using System.Collections.Generic;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Classification;

/// <summary>
/// How a board is to read pictures.
/// </summary>
/// <param name="Images">The pictures, as the user names them.</param>
/// <param name="Length">Bits of a stream; null for what the board has.</param>
/// <param name="Source">Source of the bits; null for what the board has.</param>
/// <param name="Until">The confidence with which a class must lead before a picture is decided; null to read each once.</param>
/// <param name="Parameters">File or run folder of the network that it is to read with; null for the one that it has.</param>
/// <param name="Seed">Seed of the streams.</param>
internal sealed record ClassifySettings(
    IReadOnlyList<string> Images, int? Length, StreamSource? Source, double? Until, string? Parameters, ulong Seed);
