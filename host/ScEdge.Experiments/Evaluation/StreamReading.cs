using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Reads images in streams of one length, each time with fresh ones, and accounts for it.
/// </summary>
internal sealed class StreamReading
{
    /// <summary>Images that share weight streams where they are drawn for a batch; that of training.</summary>
    public const int BatchCapacity = 64;

    private readonly IStreamReader _reader;
    private readonly CostModel _model;
    private readonly Stopwatch _time = new();
    private readonly int[] _batch = new int[BatchCapacity];
    private readonly float[] _logits;
    private uint _serial;

    /// <summary>Prepares the passes.</summary>
    /// <param name="request">Validated settings.</param>
    /// <param name="parameters">Network and images.</param>
    /// <param name="registers">Its values.</param>
    /// <param name="preset">Device with the effects that are on.</param>
    /// <param name="team">Threads.</param>
    /// <param name="length">N.</param>
    /// <param name="elsewhere">What reads; null for this process.</param>
    public StreamReading(
        StreamEvaluationRequest request,
        LoadedParameters parameters,
        IReadOnlyList<RegisterTensor> registers,
        CbramPreset preset,
        WorkerTeam team,
        int length,
        IStreamReaderSource? elsewhere)
    {
        TrainingOptions options = new()
        {
            Passes = new PassOptions
            {
                ForwardLength = length,
                BackwardLength = length,
                GradientLength = length,
                Source = request.Source,
                Encoding = request.Encoding,
                WeightsPerImage = request.WeightsPerImage,
            },
        };
        CellBankSettings cells = CellBankDesign.Settings(preset, preset.Nonidealities, options.Lanes, length, serialWrite: false, request.Seed);
        PassSettings settings = options.Passes.Settings(request.Seed, laneRotation: 1);
        _reader = elsewhere is not null
            ? elsewhere.Open(
                TrainedNetwork.Load(request.Parameters.Registers ? parameters.Path : request.Parameters.Parameters), settings, cells, BatchCapacity)
            : new LocalStreamReader(new StochasticPasses(
                parameters.Network.Model, parameters.Network.Normalization, registers, settings, cells, team, BatchCapacity, backward: false));
        _model = new CostModel(
            CostLibraryCatalog.Resolve(request.CostLibrary), RunCircuit.OfPasses(options, preset, parameters.Network.Model));
        Classes = parameters.Network.Model.Classes;
        _logits = new float[BatchCapacity * Classes];
    }

    /// <summary>Gets the number of classes.</summary>
    public int Classes { get; }

    /// <summary>Gets the products of an image.</summary>
    public long Products => _reader.Products;

    /// <summary>Gets the stream bits drawn so far.</summary>
    public long Bits => _reader.Counts().Sum(static layer => layer.Bits);

    /// <summary>Gets the energy of everything so far, layer after layer; aJ.</summary>
    public Int128 Attojoules => _reader.Counts().Aggregate((Int128)0, (sum, layer) => sum + _model.Price(layer).TotalAttojoules);

    /// <summary>Gets the time that reading took so far; s.</summary>
    public double Seconds => _time.Elapsed.TotalSeconds;

    /// <summary>Gets the time that a board took for its part of it; null without one. s.</summary>
    public double? BoardSeconds => _reader.BoardSeconds;

    /// <summary>Gets how many images a board read by one pass of the weights; null where it has them, or none reads.</summary>
    public int? ImagesPerPass => _reader.ImagesPerPass;

    /// <summary>Gets the cost library.</summary>
    public string Library => _model.Library.Name;

    /// <summary>Reads images once, with streams that no other reading had.</summary>
    /// <param name="images">Where they are.</param>
    /// <param name="indices">Which.</param>
    /// <param name="read">Receives the position in <paramref name="indices"/> and the logits of each.</param>
    public void Read(ImageSet images, IReadOnlyList<int> indices, Action<int, ReadOnlySpan<float>> read)
    {
        for (int first = 0; first < indices.Count; first += BatchCapacity)
        {
            int count = Math.Min(BatchCapacity, indices.Count - first);
            for (int i = 0; i < count; i++)
            {
                _batch[i] = indices[first + i];
            }

            _time.Start();
            _reader.Read(images, _batch.AsSpan(0, count), _serial++, _logits);
            _time.Stop();
            for (int i = 0; i < count; i++)
            {
                read(first + i, _logits.AsSpan(i * Classes, Classes));
            }
        }
    }

    /// <summary>Returns the class with the greatest logit, the first of equal ones.</summary>
    public static int Leader(ReadOnlySpan<float> logits)
    {
        int leader = 0;
        for (int c = 1; c < logits.Length; c++)
        {
            leader = logits[c] > logits[leader] ? c : leader;
        }

        return leader;
    }
}
