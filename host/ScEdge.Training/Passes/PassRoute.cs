using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// The way of an image through a network: maps, and the layers between them.
/// </summary>
internal sealed class PassRoute
{
    private readonly List<PassStep> _steps = [];
    private readonly List<ProductStage> _stages = [];
    private readonly List<int> _mapLengths = [];

    /// <summary>Lays out a network.</summary>
    /// <param name="model">Architecture.</param>
    /// <param name="registers">Registers in the order of the model's parameters.</param>
    /// <param name="settings">Settings of the passes.</param>
    /// <param name="newBank">Makes the cells of an operand; null where none take part.</param>
    /// <param name="origin">First stream number of the passes.</param>
    public PassRoute(
        ModelDescription model,
        IReadOnlyList<RegisterTensor> registers,
        PassSettings settings,
        Func<uint, PassOperand, CellBank>? newBank,
        uint origin)
    {
        int channels = model.InputChannels;
        int height = model.InputHeight;
        int width = model.InputWidth;
        int map = AddMap(channels * height * width);
        foreach (LayerDescription layer in model.Layers)
        {
            switch (layer)
            {
                case RectifierDescription:
                    _steps.Add(new RectifierStep(map));
                    continue;
                case MaxPoolingDescription:
                    int pooled = AddMap(channels * (height / 2) * (width / 2));
                    _steps.Add(new PoolingStep(map, pooled, channels, height, width));
                    (map, height, width) = (pooled, height / 2, width / 2);
                    continue;
            }

            WindowShape shape = layer switch
            {
                ConvolutionDescription it => new(channels, height, width, it.OutputChannels, it.KernelSize, it.KernelSize, it.Padding),
                DenseDescription it => new(channels * height * width, 1, 1, it.Outputs, 1, 1, 0),
                _ => throw new NotSupportedException($"There are no stochastic passes through {layer}."),
            };
            int tensor = 2 * _stages.Count;
            ProductStage stage = new(_stages.Count, tensor, shape, registers[tensor], registers[tensor + 1], settings, newBank, origin);
            _stages.Add(stage);
            int output = AddMap(shape.OutputCount);
            _steps.Add(new ProductStep(map, output, stage));
            (map, channels, height, width) = (output, shape.Outputs, shape.OutputHeight, shape.OutputWidth);
        }
    }

    /// <summary>Layers in order.</summary>
    public IReadOnlyList<PassStep> Steps => _steps;

    /// <summary>Product layers in order.</summary>
    public IReadOnlyList<ProductStage> Stages => _stages;

    /// <summary>Numbers of each map; map 0 is the image, the last one the logits.</summary>
    public IReadOnlyList<int> MapLengths => _mapLengths;

    private int AddMap(int length)
    {
        _mapLengths.Add(length);
        return _mapLengths.Count - 1;
    }
}
