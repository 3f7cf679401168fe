using System;
using System.Collections.Generic;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Kernels.Threading;

namespace ScEdge.Training.Networks;

/// <summary>
/// Adds the gradients of the blocks into the parameters, some rows of one parameter per part.
/// </summary>
internal sealed class GradientSumWork : IParallelWork
{
    /// <summary>Numbers that are worth handing to a thread.</summary>
    private const int NumbersPerPart = 2048;

    private readonly List<Part> _parts = [];
    private readonly LaneBuffer[] _blocks;

    public GradientSumWork(IReadOnlyList<Parameter> parameters, GradientLayout layout, LaneBuffer[] blocks)
    {
        _blocks = blocks;
        foreach (Parameter parameter in parameters)
        {
            int rowsPerPart = Math.Max(1, NumbersPerPart / parameter.Columns);
            for (int row = 0; row < parameter.Rows; row += rowsPerPart)
            {
                int offset = layout.Offset(parameter) + (row * GradientLayout.Stride(parameter));
                _parts.Add(new Part(parameter, row, Math.Min(rowsPerPart, parameter.Rows - row), offset));
            }
        }
    }

    public int PartCount => _parts.Count;

    public int BlockCount { get; set; }

    public void Execute(int part, int worker)
    {
        (Parameter parameter, int row, int rows, int offset) = _parts[part];
        int columns = parameter.Columns;
        ImageBlockSum.Run(_blocks, BlockCount, offset, columns, parameter.Gradients.AsSpan(row * columns, rows * columns));
    }

    private readonly record struct Part(Parameter Parameter, int Row, int Rows, int Offset);
}
