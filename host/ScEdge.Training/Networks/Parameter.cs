using System;

namespace ScEdge.Training.Networks;

/// <summary>
/// A tensor of trainable numbers with its gradient.
/// </summary>
public sealed class Parameter
{
    internal Parameter(ParameterDescription description)
    {
        Name = description.Name;
        Shape = [.. description.Shape];
        FanIn = description.FanIn;
        Values = new float[description.Count];
        Gradients = new float[description.Count];
    }

    /// <summary>Name as in PyTorch's state_dict of the same network, for example "conv1.weight".</summary>
    public string Name { get; }

    /// <summary>Sizes, outermost first.</summary>
    public int[] Shape { get; }

    /// <summary>Inputs that one output of the layer sums over; the bias shares it.</summary>
    public int FanIn { get; }

    /// <summary>Number of elements.</summary>
    public int Count => Values.Length;

    /// <summary>The numbers, last index fastest.</summary>
    public float[] Values { get; }

    /// <summary>Gradient of the mean loss over the last batch, in the order of <see cref="Values"/>.</summary>
    public float[] Gradients { get; }

    /// <summary>Rows of the gradient while blocks hold it: outputs for weights, one for a bias.</summary>
    internal int Rows => Shape.Length == 1 ? 1 : Shape[0];

    /// <summary>Numbers per row.</summary>
    internal int Columns => Count / Rows;
}
