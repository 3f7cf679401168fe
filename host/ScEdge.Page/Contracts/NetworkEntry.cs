using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>A trained network that can be read with.</summary>
/// <param name="Name">Path of its folder.</param>
/// <param name="Title">Data set, network, optimiser and accuracy.</param>
/// <param name="Model">Network by its name.</param>
/// <param name="Dataset">Data set by its name.</param>
/// <param name="ClassNames">Names of the classes.</param>
/// <param name="Files">Names of the files in its folder.</param>
public sealed record NetworkEntry(
    string Name, string Title, string Model, string Dataset, IReadOnlyList<string> ClassNames, IReadOnlyList<string> Files);
