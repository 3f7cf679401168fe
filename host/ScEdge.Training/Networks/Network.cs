using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// A convolutional network in FP32: forward pass, gradients, evaluation.
/// </summary>
/// <remarks>
/// <para>A batch is cut into blocks of 16 images, one image per lane. A worker takes a block through the whole network,
/// forward and backward, while its memory stays in the cache, and leaves the gradients in the block's own buffer; a
/// second region adds the buffers, block 0 first. So the numbers depend neither on the number of threads nor on the
/// width of the processor's vectors. After construction a step allocates nothing.</para>
/// <para>Networks may share a team of workers but not run at the same time on it.</para>
/// </remarks>
public sealed class Network : IPasses
{
    /// <summary>Stream of the generator that <see cref="Initialize"/> uses for the first parameter; the next follow.</summary>
    public const uint InitializationStream = 0x5A3F_1000;

    private readonly WorkerTeam _team;
    private readonly Parameter[] _parameters;
    private readonly TrainingWork _trainingWork;
    private readonly GradientSumWork _sumWork;
    private readonly ImageBlock[] _blocks;

    /// <summary>Allocates all memory.</summary>
    /// <param name="model">Architecture.</param>
    /// <param name="normalization">What turns pixels into inputs.</param>
    /// <param name="team">Threads; they stay the caller's to dispose.</param>
    /// <param name="batchCapacity">Most images of a training batch, at least 1.</param>
    public Network(ModelDescription model, InputNormalization normalization, WorkerTeam team, int batchCapacity)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(normalization);
        ArgumentNullException.ThrowIfNull(team);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchCapacity, 1);
        Model = model;
        Normalization = normalization;
        BatchCapacity = batchCapacity;
        _team = team;
        _parameters = [.. model.Parameters.Select(static description => new Parameter(description))];
        GradientLayout layout = new(_parameters);
        _blocks = new ImageBlock[team.ThreadCount];
        for (int worker = 0; worker < _blocks.Length; worker++)
        {
            _blocks[worker] = new ImageBlock(model, normalization, _parameters, layout);
        }

        _trainingWork = new TrainingWork(_blocks, layout, batchCapacity);
        _sumWork = new GradientSumWork(_parameters, layout, _trainingWork.Gradients);
    }

    /// <summary>Architecture.</summary>
    public ModelDescription Model { get; }

    /// <summary>What turns pixels into inputs.</summary>
    public InputNormalization Normalization { get; }

    /// <summary>Most images of a training batch.</summary>
    public int BatchCapacity { get; }

    /// <summary>Parameters in the order of the layers, weights before bias.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Number of trainable numbers.</summary>
    public int ParameterCount => Model.ParameterCount;

    /// <summary>Draws all parameters uniformly from -1/sqrt(fan-in) to 1/sqrt(fan-in), biases too, as PyTorch does.</summary>
    /// <remarks>
    /// Element i of parameter p takes word i of <see cref="CounterGenerator"/> at stream
    /// <see cref="InitializationStream"/> + p, step 0. The upper 24 bits k of the word give (2 k + 1 - 2^24) / 2^24.
    /// </remarks>
    /// <param name="seed">Seed of the run.</param>
    public void Initialize(ulong seed)
    {
        for (int p = 0; p < _parameters.Length; p++)
        {
            ulong key = CounterGenerator.Key(seed, InitializationStream + (uint)p, 0);
            float bound = 1f / MathF.Sqrt(_parameters[p].FanIn);
            float[] values = _parameters[p].Values;
            for (int i = 0; i < values.Length; i++)
            {
                int number = (int)(CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i) >> 8);
                values[i] = ((2 * number) + 1 - (1 << 24)) * (1f / (1 << 24)) * bound;
            }
        }
    }

    /// <summary>Computes loss and gradients of a batch; <see cref="Parameter.Gradients"/> receive those of the mean loss.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch, 1 to <see cref="BatchCapacity"/>.</param>
    public BatchResult ForwardBackward(ImageSet images, ReadOnlySpan<int> indices)
    {
        CheckSize(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(indices.Length, 1, nameof(indices));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(indices.Length, BatchCapacity, nameof(indices));
        _trainingWork.Begin(images, indices);
        _team.Run(_trainingWork.BlockCount, _trainingWork);
        _sumWork.BlockCount = _trainingWork.BlockCount;
        _team.Run(_sumWork.PartCount, _sumWork);
        return _trainingWork.Result();
    }

    /// <inheritdoc/>
    BatchResult IPasses.ForwardBackward(ImageSet images, ReadOnlySpan<int> indices, uint step) => ForwardBackward(images, indices);

    /// <summary>Runs the network over all images of a set and compares with the labels.</summary>
    /// <param name="images">The images.</param>
    public Evaluation Evaluate(ImageSet images)
    {
        CheckSize(images);
        EvaluationWork work = new(_blocks, images);
        _team.Run(work.BlockCount, work);
        return work.Result(Model.Classes);
    }

    /// <summary>Classifies all images of a set.</summary>
    /// <param name="images">The images; their labels play no part.</param>
    /// <returns>A class per image.</returns>
    public int[] Predict(ImageSet images)
    {
        CheckSize(images);
        EvaluationWork work = new(_blocks, images);
        _team.Run(work.BlockCount, work);
        return work.Predictions;
    }

    private void CheckSize(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if ((images.Channels, images.Height, images.Width) != (Model.InputChannels, Model.InputHeight, Model.InputWidth)
            || images.ClassCount > Model.Classes)
        {
            throw new ArgumentException(
                $"The images '{images.Name}' ({images.Channels} x {images.Height} x {images.Width}, {images.ClassCount} classes) "
                + $"do not fit model '{Model.Name}'.",
                nameof(images));
        }
    }
}
