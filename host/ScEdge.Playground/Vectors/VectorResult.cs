namespace ScEdge.Playground.Vectors;

/// <summary>What became of a file of vectors.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Cases">Its lines.</param>
/// <param name="Passed">Those that gave what they say.</param>
/// <param name="FirstDifference">The first that did not; null for none.</param>
public sealed record VectorResult(string Name, int Cases, int Passed, string? FirstDifference);
