using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Settings;
using ScEdge.Statistics;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// How trained parameters do with every multiplication a gate on two bit streams.
/// </summary>
public sealed record StreamEvaluationResult
{
    /// <summary>Gets what was asked for.</summary>
    public required StreamEvaluationRequest Request { get; init; }

    /// <summary>Gets how the same parameters do in FP32.</summary>
    public required EvaluationResult Fp32 { get; init; }

    /// <summary>Gets the board that read; null for this process.</summary>
    public string? Board { get; init; }

    /// <summary>Gets the cost library.</summary>
    public required string Library { get; init; }

    /// <summary>Gets what the streams make of the images, length by length.</summary>
    public required IReadOnlyList<StreamRow> Rows { get; init; }

    /// <summary>Gets the confusions of the last length, all repetitions together.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        File = Fp32.Path,
        Values = Fp32.HoldsCounters ? "registers" : "fp32",
        Model = Fp32.Model.Name,
        Parameters = Fp32.Model.ParameterCount,
        Dataset = Fp32.Dataset.Name,
        Images = Fp32.Evaluation.ImageCount,
        Fp32Accuracy = Fp32.Evaluation.Accuracy,
        Source = SettingNames.Of(Request.Source),
        Encoding = SettingNames.Of(Request.Encoding),
        WeightStreams = SettingNames.WeightStreams.Single(pair => pair.Value == Request.WeightsPerImage).Key,
        Request.Repeats,
        Request.Until,
        Request.Seed,
        Request.Cbram,
        Request.Nonidealities,
        CostLibrary = Library,
        Board,
        Lengths = Rows.Select(static row => new
        {
            row.Length,
            row.Accuracy,
            Low95 = row.Interval.Low,
            High95 = row.Interval.High,
            row.StandardDeviation,
            AgreementWithFp32 = row.Agreement,
            row.MeanReadings,
            row.Undecided,
            row.ProductsPerImage,
            row.BitsPerImage,
            row.BitsPerProduct,
            row.EnergyPerImageAttojoules,
            row.EnergyPerProductAttojoules,
            row.ImagesPerSecond,
            row.BoardSecondsPerImage,
            row.ImagesPerPassOfWeights,
        }),
        Classes = Fp32.ClassNames,
        Confusion = Enumerable.Range(0, Confusion.ClassCount)
            .Select(row => Confusion.Counts.Skip(row * Confusion.ClassCount).Take(Confusion.ClassCount)),
    };
}
