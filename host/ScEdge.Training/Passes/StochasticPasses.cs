using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ScEdge.Input;
using ScEdge.Kernels;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Passes;

/// <summary>
/// A network whose every product, forward, backward and in the weight gradient, is an AND gate on two bit streams.
/// </summary>
/// <remarks>
/// <para>The only products in floating point are those of softmax and cross entropy: the errors of one number per class and image.</para>
/// <para>Random numbers follow from seed, layer, operand and the serial number of the image or batch; so nothing depends on threads, vectors or
/// on which images stand beside which, but for the first scale of the weight gradient, that of the coarsest image of its batch.</para>
/// </remarks>
public sealed class StochasticPasses : IPasses, IIntegerGradients, IParallelWork
{
    private readonly InputTable _inputs;
    private readonly PassSettings _settings;
    private readonly WorkerTeam _team;
    private readonly PassRoute _route;
    private readonly PassWorker[] _workers;
    private readonly ImageRecord[] _records;
    private readonly uint[] _serials;
    private readonly int[] _labels;
    private readonly double[] _losses;
    private readonly int[] _predictions;
    private readonly List<WeightPart> _weightParts = [];
    private readonly WeightStreams[][] _forwardWeights;
    private readonly WeightStreams[][] _backwardWeights;
    private readonly WordBuffer[] _scratch;
    private readonly GradientScale[] _scales;
    private readonly OperationCounts[][] _byOperand;
    private readonly bool _backward;
    private Phase _phase;
    private ImageSet? _images;
    private int[] _indices;
    private int _imageCount;
    private uint _weightSerial;
    private float _errorScale;

    /// <summary>Allocates all memory.</summary>
    /// <param name="model">Architecture.</param>
    /// <param name="normalization">What turns pixels into inputs.</param>
    /// <param name="registers">Registers in the order of the model's parameters.</param>
    /// <param name="settings">Lengths, source, seed.</param>
    /// <param name="cells">Cells of one operand; their cells per lane are set here.</param>
    /// <param name="team">Threads; they stay the caller's to dispose.</param>
    /// <param name="batchCapacity">Most images of a batch.</param>
    /// <param name="backward">Whether the network is trained; otherwise it only reads.</param>
    /// <exception cref="InputException">The cells have a memory.</exception>
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
        _inputs = new InputTable(normalization);
        _settings = settings;
        _team = team;
        _backward = backward;
        _route = new PassRoute(
            model, registers, settings, PassCells.Maker(settings, cells), backward ? PassKey.TrainingStream : PassKey.InferenceStream);
        _workers = [.. Enumerable.Range(0, team.ThreadCount).Select(_ => new PassWorker(_route, settings, backward))];
        _records = [.. Enumerable.Range(0, batchCapacity).Select(slot => new ImageRecord(_route, slot, backward))];
        _serials = new uint[batchCapacity];
        _indices = new int[batchCapacity];
        _labels = new int[batchCapacity];
        _losses = new double[batchCapacity];
        _predictions = new int[batchCapacity];
        _scales = new GradientScale[_route.Stages.Count];

        // One set of weight streams for a batch, or one for each thread that draws them for its image.
        int sets = settings.WeightsPerImage ? team.ThreadCount : 1;
        _forwardWeights = [.. Enumerable.Range(0, sets).Select(_ => NewStreams(forward: true))];
        _backwardWeights = [.. Enumerable.Range(0, backward ? sets : 0).Select(_ => NewStreams(forward: false))];
        int longest = Math.Max(settings.ForwardLength, settings.BackwardLength);
        _scratch = [.. _workers.Select(_ => new WordBuffer(256 * ((longest + 31) / 32)))];
        Counts = [.. _route.Stages.Select(static _ => new PassCounts())];
        _byOperand = [.. _route.Stages.Select(static _ =>
            Enumerable.Range(0, (int)PassOperand.GradientOne + 1).Select(static _ => new OperationCounts()).ToArray())];
        Probe = backward ? new PassErrorProbe(_route.Stages, settings, [.. model.Parameters.Select(static parameter => parameter.Name)]) : null;
        CutWeights();
    }

    private enum Phase
    {
        Weights,
        Images,
        Coincidences,
    }

    /// <summary>Gets the weight tensor of each product layer, as its index among the parameters.</summary>
    public IReadOnlyList<int> Tensors => [.. _route.Stages.Select(static stage => stage.Tensor)];

    /// <summary>Gets the multiplications of one image in the forward pass.</summary>
    public long Products => _route.Stages.Sum(static stage => stage.Shape.Products);

    /// <summary>Gets what the circuits of each product layer did in the last batch.</summary>
    public IReadOnlyList<PassCounts> Counts { get; }

    /// <summary>Gets the errors of some of the passes; null where the network only reads.</summary>
    public PassErrorProbe? Probe { get; }

    /// <summary>Refuses cells with a memory where cells make the bits.</summary>
    /// <param name="source">Source of the passes.</param>
    /// <param name="residualFilament">What a cell's last bit does to its next pulse; 0 for nothing.</param>
    /// <exception cref="InputException">They have one.</exception>
    public static void RequireNoMemory(StreamSource source, double residualFilament)
    {
        if (residualFilament != 0 && source is (StreamSource.OwnCells or StreamSource.SharedCells))
        {
            throw new InputException(
                "Cells that remember their last bit cannot serve stochastic passes, whose images are computed side by side: "
                + "leave residual-filament out.");
        }
    }

    /// <summary>Stores the age of the cells, all that a later batch depends on beside registers and settings.</summary>
    public void Save(TensorArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        foreach (ProductStage stage in _route.Stages)
        {
            archive.Add($"cycles.{stage.Index}", stage.Cycles);
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
        }
    }

    /// <summary>Takes a batch forward and its errors back.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch.</param>
    /// <param name="step">Step index from the start of training.</param>
    public BatchResult ForwardBackward(ImageSet images, ReadOnlySpan<int> indices, uint step)
    {
        Begin(images, indices, step);
        foreach (PassWorker worker in _workers)
        {
            worker.Probe = PassErrorProbe.IsCompared(step) ? Probe : null;
        }

        RunBatch();
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            loss += _losses[i];
            correct += _predictions[i] == _labels[i] ? 1 : 0;
        }

        return new BatchResult(loss / indices.Length, correct, indices.Length);
    }

    /// <summary>Counts the coincidences of the batch of the last <see cref="ForwardBackward"/> into integer gradients.</summary>
    /// <param name="tensors">Tensors of the optimiser, in the order of the model's parameters; receive the gradients of the mean loss.</param>
    /// <param name="rate">Learning rate of the step.</param>
    public void Count(IReadOnlyList<StepTensor> tensors, LearningRate rate)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        int divisorDigits = BitOperations.Log2((uint)_imageCount - 1) + 1;
        for (int i = 0; i < _scales.Length; i++)
        {
            ProductStage stage = _route.Stages[i];
            _scales[i] = GradientScale.Of(
                _records.AsSpan(0, _imageCount),
                i,
                _settings.GradientLength,
                _imageCount == 1 ? 0 : divisorDigits,
                tensors[stage.Tensor].Circuit.FinestGradient(rate),
                tensors[stage.Tensor + 1].Circuit.FinestGradient(rate));
        }

        _phase = Phase.Coincidences;
        _team.Run(_imageCount, this);
        PassErrorProbe? probe = _workers[0].Probe;
        foreach (ProductStep step in _route.Steps.OfType<ProductStep>())
        {
            ProductStage stage = step.Stage;
            QuantizedGradient weights = tensors[stage.Tensor].Gradient;
            QuantizedGradient biases = tensors[stage.Tensor + 1].Gradient;
            weights.BeginCounts();
            biases.BeginCounts();
            foreach (PassWorker worker in _workers)
            {
                CoincidenceCounters counters = worker.Counters[stage.Index];
                weights.Add(counters);
                biases.Add(counters.Biases);
                worker.ByOperand[stage.Index][(int)PassOperand.GradientInput].CounterIncrements += counters.Increments;
                counters.Clear();
            }

            probe?.Gradient(step, _records.AsSpan(0, _imageCount), _scales[stage.Index], weights.Counts);
            weights.EndCounts(_scales[stage.Index].FractionBits, _weightSerial);
            biases.EndCounts(_scales[stage.Index].BiasFractionBits, _weightSerial);
        }

        probe?.EndStep();
        EndBatch();
    }

    /// <summary>Reads all images of a set in streams and compares with the labels; batches of the capacity share weight streams.</summary>
    /// <param name="images">The images.</param>
    /// <param name="counts">Receives what the circuits did, by product layer; null for nobody.</param>
    public Evaluation Evaluate(ImageSet images, IReadOnlyList<PassCounts>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        EvaluationSum sum = new(images, _route.MapLengths[^1]);
        int[] indices = new int[_records.Length];
        for (int first = 0; first < images.Count; first += indices.Length)
        {
            int count = Math.Min(indices.Length, images.Count - first);
            for (int i = 0; i < count; i++)
            {
                indices[i] = first + i;
            }

            Begin(images, indices.AsSpan(0, count), (uint)(first / indices.Length));
            RunBatch();
            EndBatch();
            for (int i = 0; i < count; i++)
            {
                sum.Add(first + i, _predictions[i], _losses[i]);
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
        Begin(images, indices, serial);
        RunBatch();
        EndBatch();
        int last = _route.MapLengths.Count - 1;
        int classes = _route.MapLengths[last];
        for (int i = 0; i < indices.Length; i++)
        {
            for (int c = 0; c < classes; c++)
            {
                logits[(i * classes) + c] = MathF.ScaleB(_records[i].Maps[last][c], _records[i].Units[last]);
            }
        }
    }

    /// <summary>Does one part; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        switch (_phase)
        {
            case Phase.Weights:
                WeightPart weights = _weightParts[part];
                DrawWeights(weights, worker, set: 0, _weightSerial);
                break;
            case Phase.Images:
                RunImages(part, worker);
                break;
            default:
                CountImage(part, worker);
                break;
        }
    }

    private WeightStreams[] NewStreams(bool forward) => [.. _route.Stages.Select(stage => stage.NewStreams(forward))];

    private void Begin(ImageSet images, ReadOnlySpan<int> indices, uint serial)
    {
        _images = images;
        _imageCount = indices.Length;
        indices.CopyTo(_indices);
        _weightSerial = serial;
        for (int i = 0; i < indices.Length; i++)
        {
            _serials[i] = (serial * (uint)_records.Length) + (uint)i;
            _labels[i] = images.Labels[indices[i]];
        }

        // The optimiser divides by a power of two: the errors take the rest.
        _errorScale = (float)BitOperations.RoundUpToPowerOf2((uint)indices.Length) / indices.Length;
        foreach (ProductStage stage in _route.Stages)
        {
            stage.BeginStep();
        }

        foreach (WeightStreams[] set in _forwardWeights.Concat(_backwardWeights))
        {
            for (int i = 0; i < set.Length; i++)
            {
                set[i].FullScaleExponent = _route.Stages[i].WeightScale.Exponent;
            }
        }
    }

    private void RunBatch()
    {
        if (!_settings.WeightsPerImage)
        {
            _phase = Phase.Weights;
            _team.Run(_weightParts.Count, this);
        }

        _phase = Phase.Images;
        int blockLength = BlockLength;
        _team.Run((_imageCount + blockLength - 1) / blockLength, this);
    }

    private int BlockLength => _settings.WeightsPerImage ? 1 : PassWorker.BlockLength;

    private void RunImages(int part, int workerIndex)
    {
        PassWorker worker = _workers[workerIndex];
        int first = part * BlockLength;
        int count = Math.Min(BlockLength, _imageCount - first);
        int set = _settings.WeightsPerImage ? workerIndex : 0;
        if (_settings.WeightsPerImage)
        {
            foreach (WeightPart weights in _weightParts)
            {
                DrawWeights(weights, workerIndex, set, _serials[first]);
            }
        }

        Span<ImageRecord> block = _records.AsSpan(first, count);
        for (int i = 0; i < count; i++)
        {
            int length = _images!.ImageLength;
            _inputs.Convert(_images.Images.AsSpan(_indices[first + i] * length, length), block[i].Maps[0]);
            block[i].Units[0] = -InputTable.FractionBits;
        }

        worker.Forward(block, _serials.AsSpan(first, count), _forwardWeights[set]);
        worker.Judge(block, _labels.AsSpan(first, count), _errorScale, _backward);
        for (int i = 0; i < count; i++)
        {
            _losses[first + i] = worker.Losses[i];
            _predictions[first + i] = worker.Predictions[i];
            if (_backward)
            {
                worker.Backward(block[i], _serials[first + i], _backwardWeights[set]);
            }
        }
    }

    private void CountImage(int image, int workerIndex)
    {
        foreach (PassStep step in _route.Steps)
        {
            if (step is ProductStep product)
            {
                _workers[workerIndex].CountCoincidences(product, _records[image], _serials[image], _scales[product.Stage.Index]);
            }
        }
    }

    private void DrawWeights(WeightPart part, int worker, int set, uint serial)
    {
        WeightStreams streams = (part.Operand == PassOperand.ForwardWeight ? _forwardWeights : _backwardWeights)[set][part.Stage.Index];
        _workers[worker].DrawWeights(part.Stage, part.Operand, serial, streams, part.FirstOutput, part.LastOutput, _scratch[worker]);
    }

    /// <summary>Cuts the drawing of all weights into parts that are worth handing to a thread.</summary>
    private void CutWeights()
    {
        const int WeightsPerPart = 2048;
        foreach (ProductStage stage in _route.Stages)
        {
            int outputs = Math.Max(1, WeightsPerPart / stage.Shape.Taps);
            for (int first = 0; first < stage.Shape.Outputs; first += outputs)
            {
                int last = Math.Min(stage.Shape.Outputs, first + outputs);
                _weightParts.Add(new WeightPart(stage, PassOperand.ForwardWeight, first, last));
                if (_backward && stage.Index > 0)
                {
                    _weightParts.Add(new WeightPart(stage, PassOperand.BackwardWeight, first, last));
                }
            }
        }
    }

    /// <summary>Brings the counts of all threads together and lets the cells age.</summary>
    private void EndBatch()
    {
        foreach (ProductStage stage in _route.Stages)
        {
            OperationCounts[] sums = _byOperand[stage.Index];
            PassCounts counts = Counts[stage.Index];
            counts.Clear();
            for (int operand = 0; operand < sums.Length; operand++)
            {
                sums[operand].Clear();
                foreach (PassWorker worker in _workers)
                {
                    sums[operand].Add(worker.ByOperand[stage.Index][operand]);
                    worker.ByOperand[stage.Index][operand].Clear();
                }

                counts.ByPass[Math.Min(operand / 2, 2)].Add(sums[operand]);
            }

            stage.Age(sums);
        }
    }

    private readonly record struct WeightPart(ProductStage Stage, PassOperand Operand, int FirstOutput, int LastOutput);
}
