using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Fitting;
using ScEdge.Cbram.Laws;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// A fitted switching law and how well it meets the measurements, as text and as JSON.
/// </summary>
/// <param name="fit">The fit.</param>
/// <param name="preset">The preset made of it.</param>
/// <param name="path">The file that it is written to, or null.</param>
internal sealed class FitSummary(SwitchingLawFit fit, CbramPreset preset, string? path)
{
    // The usual level; the sentence beneath the table says what it means.
    private const double Doubtful = 0.05;

    private const double DecisiveDifference = WaitFamilyFit.DecisiveDifference;

    private WaitFamilyFit Exponential => fit.Families[0];

    private bool IsLine => AdvantageOfSeparateTaus < DecisiveDifference;

    private double AdvantageOfSeparateTaus => Exponential.AkaikeCriterion - fit.AkaikeCriterionOfSeparateTaus;

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        preset.Name,
        File = path,
        Tau0Seconds = fit.Law.Tau0Seconds,
        LnTau0StandardError = fit.LnTau0StandardError,
        V0Volts = fit.Law.V0Volts,
        V0StandardErrorVolts = fit.V0StandardErrorVolts,
        fit.Correlation,
        fit.Observations,
        fit.DifferentVoltages,
        fit.Switched,
        fit.LogLikelihood,
        fit.AkaikeCriterion,
        fit.AkaikeCriterionOfSeparateTaus,
        WaitFamily = WaitFamilyNames.Of(fit.Law.Waits.Family),
        WaitShape = preset.WaitShape?.Value,
        Families = fit.Families.Select(static one => new
        {
            Name = WaitFamilyNames.Of(one.Family),
            Shape = one.Law.Waits.IsExponential ? (double?)null : one.Law.Waits.Shape,
            LnShapeStandardError = one.Law.Waits.IsExponential || !double.IsFinite(one.ShapeStandardError) ? (double?)null : one.ShapeStandardError,
            one.LogLikelihood,
            one.AkaikeCriterion,
            ShapeOfSeparateTaus = one.Law.Waits.IsExponential ? (double?)null : one.Separate.Shape,
            AkaikeCriterionOfSeparateTaus = one.Separate.AkaikeCriterion,
        }),
        KolmogorovSmirnov = fit.PooledKolmogorovSmirnov?.Statistic,
        PValue = fit.PooledKolmogorovSmirnov?.PValue,
        Voltages = fit.Voltages.Select(one => new
        {
            one.VoltageVolts,
            one.Observations,
            one.Switched,
            one.MeasuredTauSeconds,
            one.FittedTauSeconds,
            KolmogorovSmirnov = one.KolmogorovSmirnov?.Statistic,
            PValue = one.KolmogorovSmirnov?.PValue,
        }),
    };

    /// <summary>Writes the law, a table of the voltages, and what to think of the fit.</summary>
    public void Write(IAnsiConsole console)
    {
        string waits = $"{fit.Observations:N0} waiting times at {fit.Voltages.Count} voltages";
        console.MarkupLineInterpolated(
            $"[bold]{preset.Name}[/]: law fitted to {waits}; the cell switched in {fit.Switched:N0} of them");
        console.WriteLine($"  tau0  {preset.Tau0?.ValueText}, standard error of its ln {fit.LnTau0StandardError:G3}");
        console.WriteLine($"  V0    {preset.V0?.ValueText}, standard error {fit.V0StandardErrorVolts:G3} V");
        if (preset.WaitShape is { } shape)
        {
            console.WriteLine($"  shape {shape.ValueText}, standard error of its ln {Number(fit.Chosen.ShapeStandardError)}");
        }

        if (fit.DifferentVoltages > fit.Voltages.Count)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  The voltages are measured ones, {fit.DifferentVoltages:N0} different: the law is fitted to each, the table puts "
                + $"together what was set alike."));
        }

        console.WriteLine();
        console.Write(Voltages());
        console.WriteLine(Verdict());
        console.WriteLine(Linearity());
        console.WriteLine();
        console.Write(Families());
        console.WriteLine(Choice());
        if (!IsLine && fit.Families.Count > 1)
        {
            console.WriteLine(
                "These waits leave the line, whose bend a shape takes in: so families were compared with a tau for every voltage, and a preset "
                + "of --table has the shape found there.");
        }

        console.WriteLine(path is null
            ? "Nothing was written; give --out FILE to keep the preset."
            : $"Written to {path}; what waiting times do not tell is taken over and marked as an assumption.");
    }

    private static string Number(double? value) => value?.ToString("G3", CultureInfo.InvariantCulture) ?? "-";

    private string Linearity()
    {
        string figures = $"(Akaike {fit.AkaikeCriterionOfSeparateTaus:F1} against {Exponential.AkaikeCriterion:F1})";
        return AdvantageOfSeparateTaus switch
        {
            >= DecisiveDifference =>
                $"A wait of its own at every voltage explains the measurements better {figures}: the ln of the wait is not linear in voltage here.",
            > -DecisiveDifference =>
                $"A wait of its own at every voltage explains the measurements neither better nor worse {figures}, a difference below 2: "
                + "these measurements do not decide whether the ln of the wait is linear in voltage.",
            _ => $"A wait of its own at every voltage explains the measurements no better {figures}: the ln of the wait is linear in voltage here.",
        };
    }

    private string Verdict() => fit.PooledKolmogorovSmirnov switch
    {
        null => "The waits could not be tested, because the tests ended at different times.",
        { PValue: < Doubtful } test =>
            $"Kolmogorov-Smirnov over all voltages: D = {test.Statistic:F3}, p = {test.PValue:G2}. "
            + "Waits of this kind are rare under the law: use it with care.",
        { } test =>
            $"Kolmogorov-Smirnov over all voltages: D = {test.Statistic:F3}, p = {test.PValue:G2}. The waits do not contradict the law.",
    };

    private TextTable Families()
    {
        TextTable table = new(1, "waits", "shape", "Akaike", "shape, tau by tau", "Akaike, tau by tau");
        foreach (WaitFamilyFit one in fit.Families)
        {
            table.Add(
                WaitFamilyNames.Of(one.Family),
                one.Law.Waits.IsExponential ? "-" : Number(one.Law.Waits.Shape),
                one.AkaikeCriterion.ToString("F1", CultureInfo.InvariantCulture),
                one.Law.Waits.IsExponential ? "-" : Number(one.Separate.Shape),
                one.Separate.AkaikeCriterion.ToString("F1", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private string Choice()
    {
        string chosen = WaitFamilyNames.Of(fit.Law.Waits.Family);
        double Criterion(WaitFamilyFit one) => IsLine ? one.AkaikeCriterion : one.Separate.AkaikeCriterion;
        WaitFamilyFit best = fit.Families.MinBy(Criterion)!;
        double lead = Criterion(fit.Chosen) - Criterion(best);
        string[] equals =
        [
            .. from one in fit.Families
               where one.Family != fit.Law.Waits.Family && Criterion(one) - Criterion(fit.Chosen) < DecisiveDifference
               select WaitFamilyNames.Of(one.Family),
        ];
        return fit.Families.Count == 1 ? $"No other family was tried: that takes {SwitchingLawFit.LeastForShape} waits that ended."
            : lead >= DecisiveDifference
                ? $"The law has {chosen} waits, as asked; {WaitFamilyNames.Of(best.Family)} ones explain the measurements better."
            : equals.Length == 0 ? $"The law has {chosen} waits: every other family is worse by 2 or more."
            : $"The law has {chosen} waits; these measurements do not tell them from {string.Join(" and ", equals)} ones, a difference below 2.";
    }

    private TextTable Voltages()
    {
        TextTable table = new(0, "voltage, V", "waits", "switched", "measured mean", "fitted mean", "p of the test");
        foreach (VoltageGoodness one in fit.Voltages)
        {
            table.Add(
                one.VoltageVolts.ToString("G6", CultureInfo.InvariantCulture),
                one.Observations.ToString("N0", CultureInfo.InvariantCulture),
                one.Switched.ToString("N0", CultureInfo.InvariantCulture),
                one.MeasuredTauSeconds is { } measured ? QuantityText.Seconds(measured) : "-",
                QuantityText.Seconds(one.FittedTauSeconds),
                Number(one.KolmogorovSmirnov?.PValue));
        }

        return table;
    }
}
