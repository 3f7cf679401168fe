using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests;

/// <summary>Reports with invented but plausible numbers, made by formulas so that they never change.</summary>
internal static class SampleReports
{
    private static readonly double[] Widths = [1e-7, 1e-6, 1e-5];

    public static RunReport Full(int seeds = 5, int classes = 10, bool baseline = true) => new()
    {
        Title = "MNIST digits on the edge network",
        Summary = "Passes run in FP32; updates are stochastic.",
        Dataset = "MNIST, 60,000 / 10,000 images",
        Model = "edge",
        ParameterCount = 5994,
        Optimizer = "SGD with momentum 0.9",
        Encoding = "sign-magnitude",
        StreamLengths = "32 gradient, 4 decay, 4 weight",
        RegisterBits = "16 weight, 16 momentum",
        CbramPreset = "Jo 2009",
        Nonidealities = "none",
        Created = "2026-01-02T03:04:05Z",
        CommandLine = "scedge train --seeds 5",
        Settings = [new("epochs", "3"), new("batch size", "64")],
        Fp32Runs = baseline ? Runs(seeds, 0.9885, 0.020, 18.2) : [],
        FixedRuns = baseline ? Runs(seeds, 0.9887, 0.021, 20.1) : [],
        StochasticRuns = Runs(seeds, 0.9884, 0.025, 41.5),
        Comparisons = baseline ? [new("FP32", Comparison(0.07, 0.03, seeds)), new("fixed point", Comparison(0.02, 0.03, seeds))] : [],
        Confusion = Confusion(classes),
        Weights = [Histogram("conv1.weight", 0.2, baseline), Histogram("dense.bias", 0.05, baseline)],
        UpdateErrors = new UpdateErrorPanel([Phase("Gradient into momentum", 3e-4, 0.3), Phase("Decay of momentum", 8e-4, -1.4)], "weight units"),
        Switching = Switching(),
        Totals = new RunTotals
        {
            SetPulses = 3_372_223_200, SetEvents = 401_222_115, ResetPulses = 401_222_115, Reads = 3_372_223_200,
            RandomWords = 1_822_405_777, BitsGenerated = 3_372_223_200, Saturations = 1372,
        },
    };

    public static string Write(RunReport report)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(report, writer);
        return writer.ToString();
    }

    public static XElement Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static List<TrainingRun> Runs(int seeds, double accuracy, double floor, double seconds) =>
        [.. Enumerable.Range(1, seeds).Select(seed => new TrainingRun(
            (ulong)seed, Curve(seed, accuracy, floor), accuracy + 0.0004 * Math.Sin(seed * floor * 100), seconds + seed))];

    /// <summary>A comparison of trainings that all learned.</summary>
    public static AccuracyComparison Comparison(double points, double standardError, int seeds)
    {
        PairedComparison drop = new()
        {
            Seeds = seeds, Images = 10_000, Points = points, StandardError = standardError, Degrees = Math.Max(1, seeds - 1), Discordant = [],
        };
        return new AccuracyComparison(seeds, 0, 0, drop, seeds > 1 ? EquivalenceTest.Of(drop) : null);
    }

    public static ConfusionPanel Confusion(int classes)
    {
        var counts = new long[classes * classes];
        for (int row = 0; row < classes; row++)
        {
            counts[row * classes + row] = 950 + row;
            counts[row * classes + (row * 7 + 3) % classes] += row + 1;
        }

        return new ConfusionPanel([.. Enumerable.Range(0, classes).Select(name => $"c{name}")], new ConfusionMatrix(classes, counts))
        {
            Caption = "All seeds.",
        };
    }

    private static List<CurvePoint> Curve(int seed, double accuracy, double floor) =>
        [.. Enumerable.Range(1, 281).Select(index => new CurvePoint(
            index * 10,
            index * 10 / 938.0,
            floor * (1 + 0.02 * seed) + 2.3 * Math.Exp(-index / 30.0),
            index % 93 == 0 ? accuracy - 0.01 / index : null))];

    private static WeightHistogram Histogram(string tensor, double width, bool baseline)
    {
        long[] counts = [.. Enumerable.Range(-10, 21).Select(bin => (long)(1000 * Math.Exp(-bin * bin / 30.0)))];
        return new WeightHistogram(tensor, -width, 2 * width / 21, counts, baseline ? counts : null) { Shape = "8 × 25" };
    }

    private static UpdateErrorSeries Phase(string name, double scale, double share) => new()
    {
        Phase = name,
        StreamLength = 32,
        Points = [.. Enumerable.Range(1, 12).Select(index => new UpdateErrorPoint(scale * index, scale * index * (1 + 0.01 * Math.Sin(index))))],
        Samples = 16_867_116,
        Bias = share * scale,
        BiasBound = scale,
    };

    private static SwitchingPanel Switching() => new()
    {
        Preset = "Jo 2009",
        Curves =
        [
            .. Widths.Select(width => new SwitchingCurve(
                width,
                [.. Enumerable.Range(0, 50).Select(index => new SwitchingPoint(
                    2.5 + 0.05 * index, 1 - Math.Exp(-width / (2.85e5 * Math.Exp(-(2.5 + 0.05 * index) / 0.156)))))])),
        ],
        OperatingPulseWidthSeconds = 1e-6,
        OperatingLowVolts = 3.25,
        OperatingHighVolts = 4.39,
        Source = "Jo, Kim, Lu, 2009.",
    };
}
