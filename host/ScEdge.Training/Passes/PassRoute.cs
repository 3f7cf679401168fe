using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
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
        List<PassStep> steps = [];
        List<ProductStage> stages = [];
        List<int> mapLengths = [];
        int channels = model.InputChannels;
        int height = model.InputHeight;
        int width = model.InputWidth;
        int map = AddMap(channels * height * width);
        foreach (LayerDescription layer in model.Layers)
        {
            switch (layer)
            {
                case RectifierDescription:
                    steps.Add(new RectifierStep(map));
                    continue;
                case MaxPoolingDescription:
                    // A rectifier takes the maxima alone: it changes neither which numbers they are nor, where they are positive, their places.
                    bool isRectified = steps is [.., RectifierStep];
                    if (isRectified)
                    {
                        steps.RemoveAt(steps.Count - 1);
                    }

                    int pooled = AddMap(channels * (height / 2) * (width / 2));
                    steps.Add(new PoolingStep(map, pooled, channels, height, width));
                    (map, height, width) = (pooled, height / 2, width / 2);
                    if (isRectified)
                    {
                        steps.Add(new RectifierStep(map));
                    }

                    continue;
            }

            WindowShape shape = ProductShapes.Of(layer, channels, height, width);
            int tensor = 2 * stages.Count;
            ProductStage stage = new(stages.Count, tensor, shape, registers[tensor], registers[tensor + 1], settings, newBank, origin);
            stages.Add(stage);
            int output = AddMap(shape.OutputCount);
            steps.Add(new ProductStep(map, output, stage));
            (map, channels, height, width) = (output, shape.Outputs, shape.OutputHeight, shape.OutputWidth);
        }

        Steps = [.. steps];
        Stages = [.. stages];
        MapLengths = [.. mapLengths];
        HasMemory = stages.Any(static stage => stage.HasMemory);

        int AddMap(int length)
        {
            mapLengths.Add(length);
            return mapLengths.Count - 1;
        }
    }

    /// <summary>Layers in order. The backing array.</summary>
    public PassStep[] Steps { get; }

    /// <summary>Product layers in order. The backing array.</summary>
    public ProductStage[] Stages { get; }

    /// <summary>Numbers of each map; map 0 is the image, the last one the logits. The backing array.</summary>
    public int[] MapLengths { get; }

    /// <summary>Whether cells remember their last bit, so that every bank must make its numbers in the order of the images.</summary>
    public bool HasMemory { get; }

    /// <summary>Shares the parts of a batch out to threads; where cells remember, the caller does them one after the other.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="parts">Parts, in the order of their images.</param>
    /// <param name="work">What is to be done.</param>
    public void Share(WorkerTeam team, int parts, IParallelWork work)
    {
        if (!HasMemory)
        {
            team.Run(parts, work);
            return;
        }

        for (int part = 0; part < parts; part++)
        {
            work.Execute(part, worker: 0);
        }
    }
}
