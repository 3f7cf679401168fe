using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Laws;
using ScEdge.Input;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// The switching law fitted to measured waiting times by maximum likelihood, with its errors and its goodness.
/// </summary>
/// <remarks>
/// Tests that ended without switching (right-censored) count with the time they lasted. Standard errors come from the
/// observed information; those of ln tau0 and V0 are strongly correlated where the voltages lie far from zero, so use
/// <see cref="Correlation"/> when propagating them. The p-values of the tests are too large by the amount that fitting
/// two parameters brings (see <see cref="KolmogorovSmirnovTest"/>). <see cref="Compare"/> fits three other families of waits too, each with
/// a shape that all voltages share; <see cref="Law"/> is of the family chosen.
/// </remarks>
public sealed record SwitchingLawFit
{
    /// <summary>Waits that ended, below which no shape is fitted: a few waits seem to follow any law.</summary>
    public const int LeastForShape = 20;

    private SwitchingLawFit()
    {
    }

    /// <summary>The fitted law.</summary>
    public required SwitchingLaw Law { get; init; }

    /// <summary>Standard error of ln tau0, which is the relative one of tau0.</summary>
    public required double LnTau0StandardError { get; init; }

    /// <summary>Standard error of V0, in volts.</summary>
    public required double V0StandardErrorVolts { get; init; }

    /// <summary>Correlation of the errors of ln tau0 and V0, -1..1.</summary>
    public required double Correlation { get; init; }

    /// <summary>Measurements.</summary>
    public required int Observations { get; init; }

    /// <summary>Measurements in which the cell switched.</summary>
    public required int Switched { get; init; }

    /// <summary>ln of the likelihood at its maximum, times in seconds.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Akaike's criterion, 2 parameters - 2 ln L; smaller is better.</summary>
    public double AkaikeCriterion => (Law.Waits.IsExponential ? 4.0 : 6.0) - (2.0 * LogLikelihood);

    private IReadOnlyList<VoltageGroup> Bins { get; init; } = [];

    /// <summary>The families that were fitted, the exponential one first.</summary>
    public required IReadOnlyList<WaitFamilyFit> Families { get; init; }

    /// <summary>The fit of the family chosen.</summary>
    public WaitFamilyFit Chosen => Families.Single(one => one.Family == Law.Waits.Family);

    /// <summary>
    /// Akaike's criterion of the rival in which every voltage has a tau of its own, waits being exponential; if it is smaller by 2 or more than
    /// that of exponential waits on a line, ln tau is not linear in voltage.
    /// </summary>
    public required double AkaikeCriterionOfSeparateTaus { get; init; }

    /// <summary>How many different voltages the measurements have; more than <see cref="Voltages"/> where those are measured and not set.</summary>
    public required int DifferentVoltages { get; init; }

    /// <summary>The voltages in rising order, measured ones put together where they were set alike, and how the law meets each.</summary>
    public required IReadOnlyList<VoltageGoodness> Voltages { get; init; }

    /// <summary>Test of all voltages together; null where no voltage could be tested.</summary>
    public required KolmogorovSmirnovTest? PooledKolmogorovSmirnov { get; init; }

    /// <summary>Fits the law with exponential waits.</summary>
    /// <param name="observations">Waiting times; cells must have switched at two voltages at least.</param>
    /// <exception cref="InputException">The measurements do not determine the law or contradict it.</exception>
    public static SwitchingLawFit Estimate(IReadOnlyCollection<WaitingTime> observations) => Estimate(observations, [], WaitFamily.Exponential);

    /// <summary>Fits the law with the waits of every family and takes one.</summary>
    /// <param name="observations">Waiting times; cells must have switched at two voltages at least.</param>
    /// <param name="family">Family of the waits; null chooses: exponential unless Akaike's criterion of another is smaller by 2 or more.</param>
    /// <exception cref="InputException">The measurements do not determine the law or contradict it.</exception>
    public static SwitchingLawFit Compare(IReadOnlyCollection<WaitingTime> observations, WaitFamily? family) =>
        Estimate(observations, [WaitFamily.Weibull, WaitFamily.Lognormal, WaitFamily.Gamma], family);

    private static SwitchingLawFit Estimate(IReadOnlyCollection<WaitingTime> observations, WaitFamily[] shaped, WaitFamily? family)
    {
        ArgumentNullException.ThrowIfNull(observations);
        VoltageGroup[] groups = Groups(observations);
        SwitchingLawLikelihood likelihood = new(groups);
        if (likelihood.Slope <= 0.0)
        {
            throw new InputException(
                "The waiting times do not fall with voltage, so there is no V0: check the columns, or measure more voltages further apart.");
        }

        double v0 = 1.0 / likelihood.Slope;
        double tau0 = Math.Exp(likelihood.LnTau0);
        if (!double.IsFinite(tau0) || tau0 == 0.0)
        {
            throw new InputException(
                "The fitted tau0 is beyond all numbers: check the units of voltages and waiting times.");
        }

        IReadOnlyList<VoltageGroup> bins = VoltageBins.Of(groups);
        WaitFamilyFit exponential = new(
            new SwitchingLaw(tau0, v0),
            0.0,
            likelihood.Maximum,
            Math.Sqrt(likelihood.LnTau0Variance),
            v0 * v0 * Math.Sqrt(likelihood.SlopeVariance),

            // V0 falls as the slope rises, which turns the sign.
            -likelihood.Covariance / Math.Sqrt(likelihood.LnTau0Variance * likelihood.SlopeVariance),
            SeparateTaus.Of(WaitFamily.Exponential, bins));
        WaitFamily[] others = groups.Sum(static group => group.Switched) < LeastForShape
            ? [] : shaped;
        IReadOnlyList<WaitFamilyFit> families =
        [
            exponential, .. others.Select(one => WaitFamilyFit.Of(one, groups, bins, likelihood, likelihood.Centre)).OfType<WaitFamilyFit>(),
        ];
        WaitFamilyFit chosen = family is null
            ? WaitFamilyFit.Choose(families)
            : families.FirstOrDefault(one => one.Family == family) ?? throw new InputException(
                $"These waits cannot be fitted as {WaitFamilyNames.Of(family.Value)}: choose another family, or measure more; a shape takes "
                    + $"{LeastForShape} waits that ended.");
        SwitchingLaw law = chosen.Law;
        return new SwitchingLawFit
        {
            Law = law,
            Families = families,
            Bins = bins,
            LnTau0StandardError = chosen.LnTau0StandardError,
            V0StandardErrorVolts = chosen.V0StandardErrorVolts,
            Correlation = chosen.Correlation,
            Observations = observations.Count,
            Switched = groups.Sum(g => g.Switched),
            LogLikelihood = chosen.LogLikelihood,
            AkaikeCriterionOfSeparateTaus = exponential.Separate.AkaikeCriterion,
            Voltages = [.. bins.Select(group => Goodness(group, law))],
            DifferentVoltages = groups.Length,
            PooledKolmogorovSmirnov = Test(bins.SelectMany(group => group.UniformNumbers(law))),
        };
    }

    /// <summary>Makes a preset of the fitted law.</summary>
    /// <remarks>
    /// Waiting times say nothing about resistances, read, RESET and endurance: these are taken over from another preset
    /// and become assumptions that name it.
    /// </remarks>
    /// <param name="name">Name of the new preset.</param>
    /// <param name="origin">Name of the measurements' file, for the sources.</param>
    /// <param name="rest">Preset that gives everything but the law.</param>
    public CbramPreset ToPreset(string name, string origin, CbramPreset rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        string source = $"fitted from {origin}: maximum likelihood over {Observations} waiting times at {Voltages.Count} voltages";
        return rest with
        {
            Name = name,
            Description = $"Law fitted from {origin}; everything else taken over from {rest.Name}.",
            TauTable = null,
            WaitFamily = Law.Waits.Family,
            WaitShape = Law.Waits.IsExponential
                ? null
                : new PresetFigure(
                    Law.Waits.Shape, "", $"{source}; standard error of its ln {Chosen.ShapeStandardError:G3}", Confidence.Computed),
            Tau0 = new PresetFigure(
                Law.Tau0Seconds, "s", $"{source}; standard error of its ln {LnTau0StandardError:G3}", Confidence.Computed),
            V0 = new PresetFigure(
                Law.V0Volts, "V", $"{source}; standard error {V0StandardErrorVolts:G3} V", Confidence.Computed),
            OnResistance = TakenOver(rest.OnResistance)!,
            OffResistance = TakenOver(rest.OffResistance)!,
            SetPulseWidth = TakenOver(rest.SetPulseWidth),
            SetVoltage = TakenOver(rest.SetVoltage),
            SetCurrentLimit = TakenOver(rest.SetCurrentLimit),
            ReadVoltage = TakenOver(rest.ReadVoltage)!,
            ReadPulseWidth = TakenOver(rest.ReadPulseWidth)!,
            ResetVoltage = TakenOver(rest.ResetVoltage)!,
            ResetPulseWidth = TakenOver(rest.ResetPulseWidth)!,
            Endurance = TakenOver(rest.Endurance),
        };

        PresetFigure? TakenOver(PresetFigure? figure) => figure is null
            ? null
            : figure with { Source = $"taken over from {rest.Name}: {figure.Source}", Confidence = Confidence.Assumption };
    }

    /// <summary>Puts a table of the waits at each voltage in place of a fitted preset's two constants.</summary>
    /// <remarks>
    /// tau of each voltage at which cells switched is that of the family chosen, with one shape for all, without the line. Neighbours that do not
    /// fall are put together, each with the weight of its switched cells (M. Ayer et al., Annals of Mathematical Statistics 26, 641, 1955).
    /// </remarks>
    /// <param name="preset">What <see cref="ToPreset"/> made.</param>
    /// <param name="origin">Name of the measurements' file, for the source.</param>
    /// <param name="extrapolationVolts">Volts beyond the measured ones that a drive may use, 0..5.</param>
    /// <exception cref="InputException">The waits do not make a table.</exception>
    public CbramPreset WithTable(CbramPreset preset, string origin, double extrapolationVolts)
    {
        ArgumentNullException.ThrowIfNull(preset);
        double shape = Chosen.Separate.Shape;
        return preset with
        {
            WaitShape = preset.WaitShape is { } figure
                ? figure with { Value = shape, Source = $"fitted from {origin}: maximum likelihood with a tau for every voltage" }
                : null,
            Description = $"Waits at each voltage from {origin}; everything else taken over, as its sources say.",
            Tau0 = null,
            V0 = null,
            TauTable = new TauTable(
                MonotoneTaus.Of(Bins, new WaitDistribution(Law.Waits.Family, shape)),
                extrapolationVolts,
                $"fitted from {origin}: maximum likelihood voltage by voltage over {Observations} waiting times",
                Confidence.Computed),
        };
    }

    private static VoltageGroup[] Groups(IReadOnlyCollection<WaitingTime> observations)
    {
        foreach (WaitingTime o in observations)
        {
            if (!double.IsFinite(o.VoltageVolts) || !double.IsFinite(o.WaitingTimeSeconds) || o.WaitingTimeSeconds <= 0.0)
            {
                throw new InputException(
                    $"A waiting time of {o.WaitingTimeSeconds} s at {o.VoltageVolts} V cannot be fitted: give finite voltages and positive, "
                        + "finite times.");
            }
        }

        VoltageGroup[] groups =
        [
            .. observations.GroupBy(o => o.VoltageVolts).OrderBy(g => g.Key).Select(g => new VoltageGroup(g)),
        ];
        int switchedVoltages = groups.Count(g => g.Switched > 0);
        return switchedVoltages >= 2
            ? groups
            : throw new InputException(
                $"Cells switched at {switchedVoltages} of {groups.Length} voltages, and the slope needs two: measure switching at two "
                    + "different voltages at least.");
    }

    private static VoltageGoodness Goodness(VoltageGroup group, SwitchingLaw law) => new(
        group.Volts,
        group.Count,
        group.Switched,
        group.Switched > 0 ? group.TotalSeconds / group.Switched : null,
        law.TauSeconds(group.Volts),
        Test(group.UniformNumbers(law)));

    private static KolmogorovSmirnovTest? Test(IEnumerable<double> uniform)
    {
        double[] values = [.. uniform];
        return values.Length > 0 ? KolmogorovSmirnovTest.OfUniform(values) : null;
    }
}
