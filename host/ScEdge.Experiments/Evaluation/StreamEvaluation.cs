using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Statistics;
using ScEdge.Training.Data;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Measures trained parameters with every multiplication a gate on two bit streams.
/// </summary>
public static class StreamEvaluation
{
    /// <summary>Measures what is requested.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="elsewhere">What reads the images; null for this process.</param>
    /// <exception cref="InputException">There are no such parameters or images, they do not go together, or a setting cannot be used.</exception>
    public static StreamEvaluationResult Of(StreamEvaluationRequest request, IStreamReaderSource? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        if (elsewhere is not null)
        {
            StreamEvaluationRequest.RequireEncodingOfBoards(request.Encoding);
        }

        StochasticPasses.RequireStreams(request.Source, request.Encoding);
        CbramPreset preset = PresetCatalog.Resolve(request.Cbram);
        preset = preset.WithNonidealities(preset.Nonidealities.With(request.Nonidealities));
        using WorkerTeam team = new(request.Parameters.Threads);
        LoadedParameters loaded = LoadedParameters.Load(request.Parameters, team);
        IReadOnlyList<RegisterTensor> registers = ValueRegisters.Of(loaded.Network.Parameters, loaded.Path);
        int[] fp32 = loaded.Network.Predict(loaded.Images);
        List<StreamRow> rows = [];
        ConfusionMatrix confusion = new(loaded.Network.Model.Classes);
        string library = "";
        foreach (int length in request.Lengths)
        {
            StreamReading reading = new(request, loaded, registers, preset, team, length, elsewhere);
            StreamTally tally = new(loaded.Images, fp32, loaded.Network.Model.Classes);
            if (request.Until is { } confidence)
            {
                ReadUntil(reading, loaded.Images, tally, new LeadTest(reading.Classes, confidence));
            }
            else
            {
                ReadOften(reading, loaded.Images, tally, request.Repeats);
            }

            rows.Add(tally.Row(length, reading));
            confusion = tally.Confusion;
            library = reading.Library;
        }

        return new StreamEvaluationResult
        {
            Request = request,
            Fp32 = new EvaluationResult(
                loaded.Path, loaded.HoldsCounters, loaded.Network.Model, loaded.Dataset, loaded.Network.Evaluate(loaded.Images)),
            Library = library,
            Board = elsewhere?.Name,
            Rows = rows,
            Confusion = confusion,
        };
    }

    private static void ReadOften(StreamReading reading, ImageSet images, StreamTally tally, int repeats)
    {
        int[] all = [.. Enumerable.Range(0, images.Count)];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            tally.BeginRepetition();
            reading.Read(images, all, (image, logits) => tally.Decide(image, StreamReading.Leader(logits), readings: 1));
        }
    }

    private static void ReadUntil(StreamReading reading, ImageSet images, StreamTally tally, LeadTest test)
    {
        tally.BeginRepetition();
        ReadLogits[] logits = [.. Enumerable.Range(0, images.Count).Select(_ => new ReadLogits(reading.Classes))];
        int[] open = [.. Enumerable.Range(0, images.Count)];
        for (int readings = 1; readings <= LeadTest.MostReadings && open.Length > 0; readings++)
        {
            int[] read = open;
            reading.Read(images, read, (position, values) => logits[read[position]].Add(values));
            open = [.. read.Where(image => !test.IsDecided(logits[image]))];
        }

        for (int image = 0; image < logits.Length; image++)
        {
            tally.Decide(image, logits[image].Leader, logits[image].Readings);
        }

        tally.Undecided = open.Length;
    }
}
