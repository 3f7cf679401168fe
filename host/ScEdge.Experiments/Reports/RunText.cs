using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Experiments.Settings;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// Settings of a run in words.
/// </summary>
public static class RunText
{
    /// <summary>Says what was trained and what of it was stochastic.</summary>
    public static string Summary(
        TrainingOptions options, CbramPreset preset, ModelDescription model, IReadOnlyList<TrainingRun> fp32)
    {
        if (!options.IsStochastic)
        {
            // The page shows large figures for stochastic runs only.
            string accuracy = fp32.Count == 0
                ? ""
                : Invariant($" It classifies {100 * fp32.Average(static run => run.TestAccuracy):F2} % of the test images correctly")
                    + (fp32.Count > 1 ? $", mean of {fp32.Count} seeds." : ".");
            return $"The network was trained in FP32 throughout; nothing was stochastic.{accuracy}";
        }

        string updates = options.UpdateSource switch
        {
            StreamSource.Rounding => "in fixed point with stochastic rounding",
            StreamSource.OwnCells when preset.Nonidealities.IsNone => $"with stochastic bit streams from modelled CBRAM cells ({preset.Name})",
            StreamSource.OwnCells => $"with stochastic bit streams from modelled CBRAM cells ({preset.Name}, with {preset.Nonidealities})",
            _ => $"with stochastic bit streams from {SettingNames.Of(options.UpdateSource)}",
        };
        string baseline = options.Baselines == Baselines.None
            ? ""
            : $" Beside it the same network learned {BesideIt(options)}, from the same initial weights and in the same order of images.";
        string products = options.Passes switch
        {
            null => "the passes through the network are FP32",
            { Source: StreamSource.Rounding } passes => $"the passes through the network were computed with {Passes(passes)}",
            { } passes => $"every multiplication of the passes through the network was an {Gate(passes.Encoding)} gate on two bit streams "
                + $"({Passes(passes)})",
        };
        return Invariant($"Every update of the {model.ParameterCount:N0} parameters was computed {updates}; {products}.{baseline}");
    }

    /// <summary>The gate that multiplies two streams of a coding.</summary>
    public static string Gate(PassEncoding encoding) => encoding == PassEncoding.Bipolar ? "XNOR" : "AND";

    /// <summary>What the numbers of passes are made of.</summary>
    public static string Numbers(PassOptions passes) => passes.Source == StreamSource.Rounding
        ? $"fixed point, rounded to the unit of streams of {passes.Lengths} bits"
        : $"{SettingNames.Of(passes.Encoding)} streams of {passes.Lengths} bits from {SettingNames.Of(passes.Source)}";

    /// <summary>How passes are computed in bit streams.</summary>
    public static string Passes(PassOptions passes) => passes.Source == StreamSource.Rounding
        ? $"integers of 16 bits, sums rounded stochastically to the unit of streams of {passes.Lengths} bits"
        : $"{Numbers(passes)}, weights drawn for every {SettingNames.WeightStreams.Single(pair => pair.Value == passes.WeightsPerImage).Key}";

    private static string BesideIt(TrainingOptions options) => (options.HasFp32, options.HasFixed) switch
    {
        (true, true) => "with FP32 updates, and in fixed-point arithmetic with stochastic rounding and registers of the same widths",
        (true, false) => "with FP32 updates",
        _ => "in fixed-point arithmetic with stochastic rounding and registers of the same widths",
    };

    /// <summary>The data set with its sizes.</summary>
    public static string Dataset(Dataset dataset) => string.Create(
        CultureInfo.InvariantCulture,
        $"{dataset.Name}, {dataset.Training.Count:N0} training, {dataset.Validation.Count:N0} validation and {dataset.Test.Count:N0} test images, "
        + $"{dataset.ClassCount} classes");

    /// <summary>The optimiser with its rates.</summary>
    public static string Optimizer(TrainingOptions options)
    {
        string decay = options.WeightDecay > 0 ? Invariant($", weight decay {options.WeightDecay:G6}") : "";
        string rate = $", learning rate {Number(options.LearningRate)}";
        string momentum = options.UsesMomentum ? $" {Number(options.Momentum)}" : "";
        string title = options.Description is { } optimizer ? $"stochastic {optimizer.Title}" : "FP32 SGD with momentum";
        return $"{title}{momentum}{rate}{decay}";
    }

    /// <summary>The coding of signed numbers.</summary>
    public static string Encoding(TrainingOptions options) =>
        options.Encoding == UpdateEncoding.Bipolar ? "bipolar" : "sign-magnitude";

    /// <summary>The bits of each stream that the optimiser has.</summary>
    public static string StreamLengths(TrainingOptions options)
    {
        StreamLengths lengths = options.StreamLengths;
        if (Auxiliaries(options).Length == 0)
        {
            return options.WeightDecay > 0 && lengths.Decay != lengths.Weight
                ? Invariant($"{lengths.Weight} weight, {lengths.Decay} decay")
                : Invariant($"{lengths.Weight} bits");
        }

        return lengths.Gradient == lengths.Decay && lengths.Decay == lengths.Weight
            ? Invariant($"{lengths.Gradient} bits each")
            : Invariant($"{lengths.Gradient} gradient, {lengths.Decay} decay, {lengths.Weight} weight");
    }

    /// <summary>The widths of the registers.</summary>
    public static string RegisterBits(TrainingOptions options) => Auxiliaries(options).Length == 0
        ? Invariant($"{options.RegisterBits.Weight} weight")
        : Invariant($"{options.RegisterBits.Weight} weight, {options.RegisterBits.Momentum} {string.Join(" and ", Auxiliaries(options))}");

    /// <summary>The rate of every epoch in which it changes.</summary>
    public static string RateSchedule(TrainingOptions options)
    {
        List<string> parts = [Number(options.LearningRate)];
        for (int epoch = 1; epoch < options.Epochs; epoch++)
        {
            if (options.RateOf(epoch) != options.RateOf(epoch - 1))
            {
                parts.Add(Invariant($"{Number(options.RateOf(epoch))} from epoch {epoch + 1}"));
            }
        }

        return string.Join("; ", parts);
    }

    /// <summary>A setting as the user would write it.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        double inverse = 1.0 / value;
        return value is > 0 and < 1 && inverse == (long)inverse && inverse is > 10 and < 1e6 && text.Length > 4
            ? Invariant($"{text} (1/{(long)inverse})")
            : text;
    }

    private static string[] Auxiliaries(TrainingOptions options) => options.Description?.Auxiliaries ?? [];

    private static string Invariant(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
