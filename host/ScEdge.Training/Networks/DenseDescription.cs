namespace ScEdge.Training.Networks;

/// <summary>
/// A dense (fully connected) layer with a bias per output; maps are flattened in the order channel, row, column.
/// </summary>
/// <param name="Outputs">Number of outputs, at least 1.</param>
public sealed record DenseDescription(int Outputs) : LayerDescription;
