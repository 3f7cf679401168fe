using System.Collections.Generic;
using ScEdge.Kernels;

namespace ScEdge.Training.Networks;

/// <summary>
/// Where the gradients of each parameter lie in the buffer of a block: rows that start on whole vectors.
/// </summary>
internal sealed class GradientLayout
{
    private readonly Dictionary<Parameter, int> _offsets = [];

    public GradientLayout(IReadOnlyList<Parameter> parameters)
    {
        foreach (Parameter parameter in parameters)
        {
            _offsets.Add(parameter, Length);
            Length += parameter.Rows * Stride(parameter);
        }
    }

    /// <summary>Floats of a block's buffer.</summary>
    public int Length { get; }

    /// <summary>Where the first row starts.</summary>
    public int Offset(Parameter parameter) => _offsets[parameter];

    /// <summary>Floats from row to row.</summary>
    public static int Stride(Parameter parameter) => LaneVector.RoundUp(parameter.Columns);
}
