using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Reports;
using ScEdge.Experiments.Results;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Reports;

[Trait("Kind", "Unit")]
public sealed class RunReportBuilderTests(TinyRun run) : IClassFixture<TinyRun>
{
    private static readonly DateTimeOffset Created = new(2026, 1, 2, 5, 4, 3, TimeSpan.FromHours(2));

    [Fact]
    public void Build_RealRun_GivesAPageWithAllPanels()
    {
        TrainingOptions options = TinyRun.Options with { Seeds = [1, 2] };

        RunReport report = Build(options, [run.Result, run.Train(options, seed: 2)]);
        XElement page = Page(report);

        Assert.Equal(
            ["training", "confusions", "weights", "update-errors", "cells", "settings"],
            page.Descendants("section").Select(section => (string?)section.Attribute("id")));
        Assert.DoesNotContain(
            page.Descendants().Attributes(),
            attribute => attribute.Name.LocalName is "src" or "href" && !attribute.Value.StartsWith('#')
                && !attribute.Value.StartsWith("data:", StringComparison.Ordinal));
        Assert.Equal("2026-01-02T03:04:03Z", report.Created);
        Assert.Equal(2, report.Fp32Runs.Count);
        Assert.Equal(2, report.FixedRuns.Count);
        Assert.Equal(2, report.StochasticRuns.Count);
        Assert.Equal(["FP32", "fixed point"], report.Comparisons.Select(comparison => comparison.Baseline));
    }

    [Fact]
    public void Build_PassesInStreams_ShowsProductsByLayerAndPass()
    {
        TrainingOptions options = TinyRun.Options with
        {
            Epochs = 1, Passes = new PassOptions { ForwardLength = 32, BackwardLength = 8, GradientLength = 8 },
        };
        SeedResult result = run.Train(options);
        RunComposition composition = new(options, run.Dataset, run.Model, TinyRun.Preset);

        RunReport report = RunReportBuilder.Build(
            composition, [result], "scedge train --dataset images", Created, RunCost.Of(composition, [result]));

        Assert.Contains("every multiplication of the passes", report.Summary, StringComparison.Ordinal);
        Assert.Equal("sign-magnitude streams of 32/8/8 bits from cbram, weights drawn for every batch", report.Passes);
        Assert.Equal(
            [
                "conv1.weight, forward", "conv1.weight, weight gradient",
                "conv2.weight, forward", "conv2.weight, backward", "conv2.weight, weight gradient",
                "fc1.weight, forward", "fc1.weight, backward", "fc1.weight, weight gradient",
            ],
            report.Products!.Rows.Select(row => row.Name));
        Assert.Equal("28,800", report.Products.Rows[0].Products);
        Assert.All(report.Products.Rows, row => Assert.NotEmpty(row.EnergyPerImage));
        Assert.Equal("Energy of a step", report.Cost!.CategoriesTitle);
        XElement section = Page(report).Descendants("section").Single(one => (string?)one.Attribute("id") == "passes");
        Assert.Equal(9, section.Descendants("tr").Count());

        RunReport unpriced = Build(options with { Ledger = LedgerDetail.None }, [result]);

        // Without energies: multiplications, bits, and the error over the sum and over theory.
        Assert.Equal(5, Page(unpriced).Descendants("section").Single(one => (string?)one.Attribute("id") == "passes").Descendants("th")
            .Count(one => (string?)one.Attribute("scope") == "col"));
    }

    [Fact]
    public void Build_Curves_PlaceEveryPointAtItsStep()
    {
        IReadOnlyList<CurvePoint> curve = Build(TinyRun.Options, [run.Result]).StochasticRuns[0].Curve;

        // 60 steps of 20 per epoch: the loss every 20 steps falls on the ends of epochs.
        Assert.Equal([20, 40, 60], curve.Select(point => point.Step));
        Assert.Equal([1.0, 2.0, 3.0], curve.Select(point => point.Epoch));
        Assert.Equal(run.Result.Stochastic!.Loss, curve.Select(point => point.TrainingLoss!.Value));
        Assert.Equal(run.Result.Stochastic!.ValidationAccuracy, curve.Select(point => point.ValidationAccuracy!.Value));
    }

    [Fact]
    public void Build_ShortEpochs_KeepTheOrderOfSteps()
    {
        SeedResult result = new()
        {
            Seed = 9,
            Stochastic = new LegResult
            {
                Loss = [2.0, 1.0],
                ValidationAccuracy = [0.5, 0.6, 0.7],
                ValidationLoss = [1, 1, 1],
                Test = new TestResult(0.65, 1, [], new byte[7]),
                Seconds = 1.5,
            },
        };

        // 160 images in batches of 11 are 15 steps: epochs end at 15, 30, 45, losses stand at 20 and 40.
        RunReport report = Build(TinyRun.Options with { BatchSize = 11 }, [result]);

        Assert.Equal([15, 20, 30, 40, 45], report.StochasticRuns[0].Curve.Select(point => point.Step));
        Assert.Equal(20.0 / 15, report.StochasticRuns[0].Curve[1].Epoch, 12);
        Assert.Equal(0.65, report.StochasticRuns[0].TestAccuracy);
        Assert.Equal(1.5, report.StochasticRuns[0].Seconds);
    }

    [Fact]
    public void Build_Confusion_IsTheSumOverSeeds()
    {
        RunReport report = Build(TinyRun.Options with { Seeds = [1, 2] }, [run.Result, run.Result]);

        Assert.Equal(run.Result.Stochastic!.Test!.Confusion.Select(count => 2 * count), report.Confusion!.Matrix.Counts);
        Assert.Equal(2 * TinyImages.TestCount, report.Confusion.Matrix.Counts.Sum());
        Assert.Contains("2 seeds", report.Confusion.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Totals_AreTheSumsOfTheCounts()
    {
        RunTotals totals = Build(TinyRun.Options with { Seeds = [1, 2] }, [run.Result, run.Result]).Totals!;

        Assert.Equal(2 * run.Result.Counts["bits"], totals.BitsGenerated);
        Assert.Equal(2 * run.Result.Counts["set_pulses"], totals.SetPulses);
        Assert.Equal(2 * run.Result.Counts["saturations"], totals.Saturations);
        Assert.Equal(totals.SetEvents, totals.ResetPulses);
    }

    [Fact]
    public void UpdateErrors_Records_AreCombinedAsStated()
    {
        SeedResult One(double error) => new()
        {
            Seed = 1,
            UpdateErrors =
            [
                new("momentum", "a", 100, error, 400, 900),
                new("momentum", "b", 300, 2 * error, 300, 300),
                new("weight", "a", 0, 0, 0, 0),
            ],
        };

        UpdateErrorPanel panel = UpdateErrors.Of(TinyRun.Options, [One(6), One(-2)])!;

        // Tensor a: variances 1800 and squares 800 over 200 samples; b: 600 and 600 over 600; together 2400 over 800.
        UpdateErrorSeries series = Assert.Single(panel.Series);
        Assert.Equal([new UpdateErrorPoint(3, 2), new UpdateErrorPoint(1, 1)], series.Points);
        Assert.Equal(800, series.Samples);
        Assert.Equal(12.0 / 800, series.Bias!.Value, 12);
        Assert.Equal(5 * Math.Sqrt(2400) / 800, series.BiasBound!.Value, 12);
        Assert.Null(series.StreamLength);
        Assert.Equal(UpdateErrorProbe.Interval, (uint)panel.StepInterval);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void UpdateErrors_RealRun_AgreeWithTheory()
    {
        UpdateErrorPanel panel = Build(TinyRun.Options, [run.Result]).UpdateErrors!;

        Assert.Equal(2, panel.Series.Count);
        Assert.All(panel.Series, series => Assert.InRange(series.Bias!.Value, -series.BiasBound!.Value, series.BiasBound.Value));
    }

    [Fact]
    public void Switching_Panel_ShowsTheUsedWidthBetweenItsDecades()
    {
        SwitchingPanel panel = SwitchingCurves.Of(TinyRun.Preset);
        SwitchingLaw law = TinyRun.Preset.Law;

        Assert.Equal([1e-7, 1e-6, 1e-5], panel.Curves.Select(curve => curve.PulseWidthSeconds), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(1.0 / 65536, law.Probability(panel.OperatingLowVolts!.Value, 1e-6), 1e-12);
        Assert.Equal(1 - (1.0 / 65536), law.Probability(panel.OperatingHighVolts!.Value, 1e-6), 1e-12);
        Assert.True(panel.Curves[0].Points[0].Volts <= panel.OperatingLowVolts);
        Assert.True(panel.Curves[0].Points[^1].Volts >= panel.OperatingHighVolts);
        Assert.Contains("unverified", panel.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_TableOfWaits_HasBoundsWhereNothingWasMeasured()
    {
        SwitchingPanel panel = SwitchingCurves.Of(PresetCatalog.Find("jo2009-points"));

        Assert.Equal(4, panel.Bounds.Count);
        Assert.All(panel.Bounds.SelectMany(bound => bound.Points), point => Assert.False(point.Volts is > 2.6001 and < 3.5999));

        // 3.92 V is an even chance by the last slope, 0.127 by the flattest.
        SwitchingPoint low = panel.Bounds[2].Points.MinBy(point => Math.Abs(point.Volts - 3.922))!;
        SwitchingPoint high = panel.Bounds[3].Points.MinBy(point => Math.Abs(point.Volts - 3.922))!;
        Assert.InRange(low.Probability, 0.11, 0.14);
        Assert.InRange(high.Probability, 0.46, 0.54);
        Assert.Contains("0.62 V above are extrapolated", panel.Source, StringComparison.Ordinal);
        Assert.Empty(SwitchingCurves.Of(TinyRun.Preset).Bounds);
    }

    [Fact]
    public void Switching_DriveByWidth_MarksNoCurve()
    {
        CbramPreset preset = TinyRun.Preset with
        {
            DriveMode = DriveMode.PulseWidth,
            SetPulseWidth = null,
            SetVoltage = new PresetFigure(4.0, "V", "test", Confidence.Assumption),
        };

        SwitchingPanel panel = SwitchingCurves.Of(preset);

        Assert.Null(panel.OperatingPulseWidthSeconds);
        Assert.Null(panel.OperatingLowVolts);
        Assert.Equal(3, panel.Curves.Count);
    }

    [Fact]
    public void Build_Settings_AreWrittenOut()
    {
        RunReport report = Build(TinyRun.Options, [run.Result]);

        Assert.Equal("32 gradient, 16 decay, 8 weight", report.StreamLengths);
        Assert.Contains(
            report.Settings,
            setting => setting is { Name: "learning rate", Value: "0.03125 (1/32); 0.015625 (1/64) from epoch 2; 0.0078125 (1/128) from epoch 3" });
        Assert.Equal("8 × 1 × 5 × 5", report.Weights.Single(weights => weights.Tensor == "conv1.weight").Shape);
    }

    [Fact]
    public void Build_WithoutBaselines_LeavesThemOut()
    {
        TrainingOptions options = TinyRun.Options with { Baselines = Baselines.None, Epochs = 1 };

        RunReport report = Build(options, [run.Train(options)]);

        Assert.Empty(report.Fp32Runs);
        Assert.Empty(report.FixedRuns);
        Assert.Empty(report.Comparisons);
        Assert.All(report.Weights, weights => Assert.Null(weights.Fp32Counts));
        Assert.DoesNotContain("FP32 updates", report.Summary, StringComparison.Ordinal);
        Assert.Equal(6, Page(report).Descendants("section").Count());
    }

    [Fact]
    public void Build_Fp32Only_LeavesTheStochasticPartOut()
    {
        TrainingOptions options = TinyRun.Options with { Optimizer = null, Epochs = 1 };

        RunReport report = Build(options, [run.Train(options)]);

        Assert.Empty(report.StochasticRuns);
        Assert.Single(report.Fp32Runs);
        Assert.Null(report.Switching);
        Assert.Null(report.UpdateErrors);
        Assert.Null(report.Totals);
        Assert.StartsWith("FP32", report.Confusion!.Caption, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Settings, setting => setting.Name == "stream lengths");
        Assert.Equal(
            ["training", "confusions", "settings"],
            Page(report).Descendants("section").Select(section => (string?)section.Attribute("id")));
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    public void Build_OtherOptimizers_GiveAPage(OptimizerKind optimizer)
    {
        TrainingOptions options = TinyRun.Options with { Optimizer = optimizer, Epochs = 1, LearningRate = 1.0 / 256 };

        Assert.NotEmpty(Page(Build(options, [run.Train(options)])).Descendants("section"));
    }

    [Fact]
    public void Build_DivergedWeights_LeaveTheHistogramOut()
    {
        SeedResult result = new()
        {
            Seed = 1,
            Stochastic = new LegResult { Loss = [double.NaN], Test = new TestResult(0.1, double.NaN, [], new byte[7]) },
            Weights = [WeightDistribution.Of("conv1.weight", [0.5f], [float.NaN])],
        };

        RunReport report = Build(TinyRun.Options with { Epochs = 1 }, [result]);

        Assert.Empty(report.Weights);
        Assert.NotEmpty(Page(report).Descendants("section"));
    }

    private static XElement Page(RunReport report)
    {
        StringWriter text = new();
        HtmlReport.Write(report, text);
        using XmlReader reader = XmlReader.Create(
            new StringReader(text.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private RunReport Build(TrainingOptions options, IReadOnlyList<SeedResult> results) => RunReportBuilder.Build(
        new RunComposition(options, run.Dataset, run.Model, TinyRun.Preset), results, "scedge train --dataset images", Created, cost: null);
}
