using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// The switching law fitted to measured waiting times by maximum likelihood, with its errors and its goodness.
/// </summary>
/// <remarks>
/// Tests that ended without switching (right-censored) count with the time they lasted. Standard errors come from the
/// observed information; those of ln tau0 and V0 are strongly correlated where the voltages lie far from zero, so use
/// <see cref="Correlation"/> when propagating them. The p-values of the tests are too large by the amount that fitting
/// two parameters brings (see <see cref="KolmogorovSmirnovTest"/>).
/// </remarks>
public sealed record SwitchingLawFit
{
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

    /// <summary>Akaike's criterion, 2 x 2 parameters - 2 ln L; smaller is better.</summary>
    public double AkaikeCriterion => 4.0 - (2.0 * LogLikelihood);

    /// <summary>
    /// Akaike's criterion of the rival in which every voltage has a tau of its own; if it is smaller by 2 or more, ln tau is
    /// not linear in voltage.
    /// </summary>
    public required double AkaikeCriterionOfSeparateTaus { get; init; }

    /// <summary>How many different voltages the measurements have; more than <see cref="Voltages"/> where those are measured and not set.</summary>
    public required int DifferentVoltages { get; init; }

    /// <summary>The voltages in rising order, measured ones put together where they were set alike, and how the law meets each.</summary>
    public required IReadOnlyList<VoltageGoodness> Voltages { get; init; }

    /// <summary>Test of all voltages together; null where no voltage could be tested.</summary>
    public required KolmogorovSmirnovTest? PooledKolmogorovSmirnov { get; init; }

    /// <summary>Fits the law.</summary>
    /// <param name="observations">Waiting times; cells must have switched at two voltages at least.</param>
    /// <exception cref="InputException">The measurements do not determine the law or contradict it.</exception>
    public static SwitchingLawFit Estimate(IReadOnlyCollection<WaitingTime> observations)
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

        SwitchingLaw law = new(tau0, v0);
        IReadOnlyList<VoltageGroup> bins = VoltageBins.Of(groups);
        return new SwitchingLawFit
        {
            Law = law,
            LnTau0StandardError = Math.Sqrt(likelihood.LnTau0Variance),
            V0StandardErrorVolts = v0 * v0 * Math.Sqrt(likelihood.SlopeVariance),

            // V0 falls as the slope rises, which turns the sign.
            Correlation = -likelihood.Covariance / Math.Sqrt(likelihood.LnTau0Variance * likelihood.SlopeVariance),
            Observations = observations.Count,
            Switched = groups.Sum(g => g.Switched),
            LogLikelihood = likelihood.Maximum,
            AkaikeCriterionOfSeparateTaus = 2.0 * (bins.Count - SwitchingLawLikelihood.OfSeparateTaus(bins)),
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
            Tau0 = new PresetFigure(
                Law.Tau0Seconds, "s", $"{source}; standard error of its ln {LnTau0StandardError:G3}", Confidence.Computed),
            V0 = new PresetFigure(
                Law.V0Volts, "V", $"{source}; standard error {V0StandardErrorVolts:G3} V", Confidence.Computed),
            OnResistance = TakenOver(rest.OnResistance)!,
            OffResistance = TakenOver(rest.OffResistance)!,
            SetPulseWidth = TakenOver(rest.SetPulseWidth),
            SetVoltage = TakenOver(rest.SetVoltage),
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
