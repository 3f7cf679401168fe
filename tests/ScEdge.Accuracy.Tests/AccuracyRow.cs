using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// A point of the plan in one of its parts, and what its trainings came to.
/// </summary>
/// <param name="Table">Part of the plan, and table that it belongs to.</param>
/// <param name="Point">Its settings.</param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Fp32">FP32 training, or null.</param>
/// <param name="Fixed">Training in fixed-point arithmetic, or null.</param>
/// <param name="Stochastic">Stochastic training.</param>
/// <param name="Saturations">Updates clipped at the end of a register, all seeds together.</param>
internal sealed record AccuracyRow(
    string Table,
    SweepPoint Point,
    IReadOnlyList<ulong> Seeds,
    AccuracyLeg? Fp32,
    AccuracyLeg? Fixed,
    AccuracyLeg Stochastic,
    long Saturations)
{
    // What a baseline depends on; streams, cells and registers change nothing of FP32, and are not what a row without baselines is held against.
    private static readonly string[] OfBaselines =
        ["dataset", "model", "epochs", "optimizer", "learning-rate", "learning-rate-mode", "weight-decay", "passes", "ledger"];

    private static readonly string[] NotShown = ["model", "baseline", "dataset", "ledger"];

    /// <summary>Gets the options that tell the row from others of its table.</summary>
    public string Label
    {
        get
        {
            string[] shown =
            [
                .. from setting in Point.Settings
                   where !NotShown.Contains(setting.Name) && !(setting.Name == "passes" && setting.Value.ToString() == "fp32")
                   from text in setting.Value.Texts
                   select $"--{setting.Name} {text}",
            ];
            return $"`{(shown.Length == 0 ? "--passes fp32" : string.Join(' ', shown))}`";
        }
    }

    /// <summary>Gets the network.</summary>
    public string Model => Point.Settings.FirstOrDefault(static setting => setting.Name == "model")?.Value.ToString() ?? "";

    /// <summary>Gets the settings of the point whose baselines it is held against where it has none of its own.</summary>
    public string Reference => new SweepPoint([.. Point.Settings.Where(static setting => OfBaselines.Contains(setting.Name))], []).Text;
}
