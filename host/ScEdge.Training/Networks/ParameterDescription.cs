using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Training.Networks;

/// <summary>
/// Name and shape of a parameter tensor, known before any memory is allocated.
/// </summary>
/// <param name="Name">Name as in PyTorch's state_dict of the same network, for example "conv1.weight".</param>
/// <param name="Shape">Sizes, outermost first: [outputs, inputs, rows, columns], [outputs, inputs] or [outputs].</param>
/// <param name="FanIn">Inputs that one output of the layer sums over; the bias shares it.</param>
public sealed record ParameterDescription(string Name, IReadOnlyList<int> Shape, int FanIn)
{
    /// <summary>Number of elements.</summary>
    public int Count => Shape.Aggregate(1, static (product, size) => product * size);
}
