namespace ScEdge.Training.Passes;

/// <summary>A rectifier, in place.</summary>
internal sealed class RectifierStep(int map) : PassStep(map, map);
