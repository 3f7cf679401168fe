namespace ScEdge.Training.Networks;

/// <summary>
/// Maximum over squares of 2 x 2 pixels with stride 2; a last odd row or column is left out.
/// </summary>
public sealed record MaxPoolingDescription : LayerDescription;
