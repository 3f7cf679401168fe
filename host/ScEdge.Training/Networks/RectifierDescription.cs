namespace ScEdge.Training.Networks;

/// <summary>
/// The rectifier (ReLU): max(0, x).
/// </summary>
public sealed record RectifierDescription : LayerDescription;
