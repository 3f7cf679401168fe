using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Training.Networks;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The layers of a network with their shapes and parameters, as text and as JSON.
/// </summary>
internal sealed class ModelSummary
{
    private readonly ModelDescription _model;
    private readonly List<Row> _rows = [];

    /// <summary>Follows the shapes through the layers.</summary>
    public ModelSummary(ModelDescription model)
    {
        _model = model;
        (int Channels, int Height, int Width) shape = (model.InputChannels, model.InputHeight, model.InputWidth);
        bool flat = false;
        Queue<ParameterDescription> parameters = new(model.Parameters);
        foreach (LayerDescription layer in model.Layers)
        {
            (string name, shape) = Follow(layer, shape);
            ParameterDescription[] own = layer is ConvolutionDescription or DenseDescription
                ? [parameters.Dequeue(), parameters.Dequeue()]
                : [];
            flat |= layer is DenseDescription;
            int[] output = flat ? [shape.Channels] : [shape.Channels, shape.Height, shape.Width];
            _rows.Add(new Row(name, output, own));
        }
    }

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        _model.Name,
        Input = new[] { _model.InputChannels, _model.InputHeight, _model.InputWidth },
        _model.Classes,
        Parameters = _model.ParameterCount,
        Layers = _rows.Select(row => new
        {
            Layer = row.Name,
            row.Output,
            Parameters = row.Count,
            Tensors = row.Parameters.Select(parameter => new { parameter.Name, parameter.Shape }),
        }),
    };

    /// <summary>Writes a heading and a table.</summary>
    public void Write(IAnsiConsole console)
    {
        string pixels = $"{_model.InputChannels} x {_model.InputHeight} x {_model.InputWidth} pixels";
        console.MarkupLineInterpolated(
            $"[bold]{_model.Name}[/]: {_model.ParameterCount:N0} parameters, {pixels} into {_model.Classes} classes");
        TextTable table = new(1, "layer", "output", "parameters", "tensors, as PyTorch names and shapes them") { LastTexts = 1 };
        foreach (Row row in _rows)
        {
            table.Add(
                row.Name,
                Shape(row.Output),
                row.Count == 0 ? "" : row.Count.ToString("N0", CultureInfo.InvariantCulture),
                string.Join(", ", row.Parameters.Select(parameter => $"{parameter.Name} [{string.Join(", ", parameter.Shape)}]")));
        }

        console.Write(table);
    }

    private static (string Name, (int Channels, int Height, int Width) Output) Follow(
        LayerDescription layer, (int Channels, int Height, int Width) input) => layer switch
    {
        ConvolutionDescription convolution => (
            $"convolution {convolution.KernelSize} x {convolution.KernelSize}{(convolution.Padding > 0 ? $", padding {convolution.Padding}" : "")}",
            (convolution.OutputChannels, Convolved(input.Height, convolution), Convolved(input.Width, convolution))),
        MaxPoolingDescription => ("maximum of 2 x 2", (input.Channels, input.Height / 2, input.Width / 2)),
        DenseDescription dense => ("dense", (dense.Outputs, 1, 1)),
        RectifierDescription => ("relu", input),
        _ => throw new ArgumentException($"There is no name for {layer}.", nameof(layer)),
    };

    private static int Convolved(int size, ConvolutionDescription layer) => size + (2 * layer.Padding) - layer.KernelSize + 1;

    private static string Shape(IEnumerable<int> sizes) => string.Join(" x ", sizes);

    private sealed record Row(string Name, int[] Output, IReadOnlyList<ParameterDescription> Parameters)
    {
        public int Count => Parameters.Sum(parameter => parameter.Count);
    }
}
