using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// A network whose every product, forward, backward and in the weight gradient, is an AND gate on two bit streams, bipolar an XNOR gate.
/// </summary>
/// <remarks>
/// <para>The only products in floating point are those of softmax and cross entropy: the errors of one number per class and image.</para>
/// <para>Random numbers follow from seed, layer, operand and the serial number of the image or batch; so nothing depends on threads, vectors or
/// on which images stand beside which, but for the first scale of the weight gradient, that of the coarsest image of its batch.</para>
/// <para>Cells with a memory answer by what they made before: one thread takes the images in their order then. A training's cells keep their
/// memory from batch to batch, those of a reading begin every batch without one.</para>
/// </remarks>
public sealed class StochasticPasses : IPasses, IIntegerGradients
{
    private readonly WorkerTeam _team;
    private readonly PassRoute _route;
    private readonly PassWorker[] _workers;
    private readonly PassBatch _batch;
    private readonly ImagePasses _passes;
    private readonly CoincidenceCount _coincidences;
    private readonly PassBooks _books;
    private readonly bool _readsOnly;

    /// <summary>Allocates all memory.</summary>
    /// <param name="model">Architecture.</param>
    /// <param name="normalization">What turns pixels into inputs.</param>
    /// <param name="registers">Registers in the order of the model's parameters.</param>
    /// <param name="settings">Lengths, source, seed.</param>
    /// <param name="cells">Cells of one operand; their cells per lane are set here.</param>
    /// <param name="team">Threads; they stay the caller's to dispose.</param>
    /// <param name="batchCapacity">Most images of a batch.</param>
    /// <param name="backward">Whether the network is trained; otherwise it only reads.</param>
    /// <exception cref="InputException">Streams that do not exist are to be bipolar, or a layer is too large.</exception>
    public StochasticPasses(
        ModelDescription model,
        InputNormalization normalization,
        IReadOnlyList<RegisterTensor> registers,
        PassSettings settings,
        CellBankSettings cells,
        WorkerTeam team,
        int batchCapacity,
        bool backward)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(normalization);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(team);
        RequireStreams(settings.Source, settings.Encoding);
        _team = team;
        _readsOnly = !backward;
        _route = new PassRoute(
            model, registers, settings, PassCells.Maker(settings, cells), backward ? PassKey.TrainingStream : PassKey.InferenceStream);
        RequireRoom(_route.Stages, settings, backward);
        _workers = [.. Enumerable.Range(0, team.ThreadCount).Select(_ => new PassWorker(_route, settings, backward))];
        _batch = new PassBatch(_route, new InputTable(normalization), batchCapacity, backward);
        BatchWeights weights = new(_route, _workers, settings.WeightsPerImage, backward);
        _passes = new ImagePasses(_route, _batch, weights, _workers, settings.WeightsPerImage, backward);
        _coincidences = new CoincidenceCount(_route, _batch, _workers, settings.GradientLength);
        _books = new PassBooks(_route);
        Probe = backward ? new PassErrorProbe(_route.Stages, settings, [.. model.Parameters.Select(static parameter => parameter.Name)]) : null;
    }

    /// <summary>Gets the weight tensor of each product layer, as its index among the parameters.</summary>
    public IReadOnlyList<int> Tensors => [.. _route.Stages.Select(static stage => stage.Tensor)];

    /// <summary>Gets the multiplications of one image in the forward pass.</summary>
    public long Products => _route.Stages.Sum(static stage => stage.Shape.Products);

    /// <summary>Gets what the circuits of each product layer did in the last batch.</summary>
    public IReadOnlyList<PassCounts> Counts => _books.Counts;

    /// <summary>Gets the errors of some of the passes; null where the network only reads.</summary>
    public PassErrorProbe? Probe { get; }

    /// <summary>Refuses a coding of streams where there are none.</summary>
    /// <param name="source">Source of the passes.</param>
    /// <param name="encoding">How streams carry a sign.</param>
    /// <exception cref="InputException">The passes are in fixed point and the coding is not the default.</exception>
    public static void RequireStreams(StreamSource source, PassEncoding encoding)
    {
        if (source == StreamSource.Rounding && encoding != PassEncoding.SignMagnitude)
        {
            throw new InputException(
                "Passes in fixed point have no streams that could be bipolar: use sign and magnitude, or another source.")
            {
                Setting = "pass-encoding sign-magnitude",
            };
        }
    }

    /// <summary>Refuses layers whose sums might not fit into 32 bits.</summary>
    private static void RequireRoom(ProductStage[] stages, PassSettings settings, bool backward)
    {
        foreach (ProductStage stage in stages)
        {
            WindowShape shape = stage.Shape;
            long forward = (long)shape.Taps * settings.ForwardLength;
            long back = backward ? (long)shape.Outputs * shape.KernelHeight * shape.KernelWidth * settings.BackwardLength : 0;
            if (Math.Max(forward, back) > SumUnit.MostOnes)
            {
                throw new InputException(
                    $"A sum of layer {stage.Index + 1} would count up to {Math.Max(forward, back):N0} ones, more than the "
                    + $"{SumUnit.MostOnes:N0} that fit: shorten the streams, make the layer smaller, or compute the passes in FP32.")
                {
                    Setting = "passes fp32",
                };
            }
        }
    }

    /// <summary>Stores age and memory of the cells, all that a later batch depends on beside registers and settings.</summary>
    public void Save(TensorArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        foreach (ProductStage stage in _route.Stages)
        {
            archive.Add($"cycles.{stage.Index}", stage.Cycles);
            foreach ((string name, uint[] bits) in MemoryOf(stage))
            {
                archive.Add(name, bits);
            }
        }
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    public void Load(TensorArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        foreach (ProductStage stage in _route.Stages)
        {
            long[] cycles = stage.Cycles;
            archive.Read($"cycles.{stage.Index}", cycles);
            stage.Cycles = cycles;
            foreach ((string name, uint[] bits) in MemoryOf(stage))
            {
                archive.Read(name, bits);
            }
        }
    }

    /// <summary>Takes a batch forward and its errors back.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch.</param>
    /// <param name="step">Step index from the start of training.</param>
    public BatchResult ForwardBackward(ImageSet images, ReadOnlySpan<int> indices, uint step)
    {
        foreach (PassWorker worker in _workers)
        {
            worker.Probe = PassErrorProbe.IsCompared(step) ? Probe : null;
        }

        Run(images, indices, step);
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            loss += _batch.Losses[i];
            correct += _batch.Predictions[i] == _batch.Labels[i] ? 1 : 0;
        }

        return new BatchResult(loss / indices.Length, correct, indices.Length);
    }

    /// <summary>Counts the coincidences of the batch of the last <see cref="ForwardBackward"/> into integer gradients.</summary>
    /// <param name="tensors">Tensors of the optimiser, in the order of the model's parameters; receive the gradients of the mean loss.</param>
    /// <param name="rate">Learning rate of the step.</param>
    public void Count(IReadOnlyList<StepTensor> tensors, LearningRate rate)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        _coincidences.Run(_team, tensors, rate, _workers[0].Probe);
        _books.Close(_workers);
    }

    /// <summary>Reads all images of a set in streams and compares with the labels; batches of the capacity share weight streams.</summary>
    /// <param name="images">The images.</param>
    /// <param name="counts">Receives what the circuits did, by product layer; null for nobody.</param>
    public Evaluation Evaluate(ImageSet images, IReadOnlyList<PassCounts>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        EvaluationSum sum = new(images, _route.MapLengths[^1]);
        int[] indices = new int[_batch.Capacity];
        for (int first = 0; first < images.Count; first += indices.Length)
        {
            int count = Math.Min(indices.Length, images.Count - first);
            for (int i = 0; i < count; i++)
            {
                indices[i] = first + i;
            }

            Run(images, indices.AsSpan(0, count), (uint)(first / indices.Length));
            _books.Close(_workers);
            for (int i = 0; i < count; i++)
            {
                sum.Add(first + i, _batch.Predictions[i], _batch.Losses[i]);
            }

            for (int i = 0; counts is not null && i < Counts.Count; i++)
            {
                counts[i].Add(Counts[i]);
            }
        }

        return sum.Result();
    }

    /// <summary>Reads a batch in streams and returns what the network makes of it; the same serial number gives the same bits.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch.</param>
    /// <param name="serial">Serial number of the batch, of whatever set.</param>
    /// <param name="logits">Receives the logits, [image][class].</param>
    public void Read(ImageSet images, ReadOnlySpan<int> indices, uint serial, Span<float> logits)
    {
        ArgumentNullException.ThrowIfNull(images);
        Run(images, indices, serial);
        _books.Close(_workers);
        int last = _route.MapLengths.Length - 1;
        int classes = _route.MapLengths[last];
        for (int i = 0; i < indices.Length; i++)
        {
            ImageRecord image = _batch.Records[i];
            for (int c = 0; c < classes; c++)
            {
                logits[(i * classes) + c] = MathF.ScaleB(image.Maps[last][c], image.Units[last]);
            }
        }
    }

    private static IEnumerable<(string Name, uint[] Bits)> MemoryOf(ProductStage stage) =>
        stage.Memory.Select((bits, operand) => ($"memory.{stage.Index}.{operand}", bits)).Where(static one => one.bits.Length > 0);

    private void Run(ImageSet images, ReadOnlySpan<int> indices, uint serial)
    {
        _batch.Begin(images, indices, serial);
        foreach (ProductStage stage in _route.Stages)
        {
            stage.BeginStep(serial);
            if (_readsOnly)
            {
                stage.Forget();
            }
        }

        _passes.Run(_team);
    }
}
