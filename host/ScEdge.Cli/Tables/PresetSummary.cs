using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Output;
using ScEdge.Costing.Cells;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// A device with its figures and how to operate it, as text and as JSON.
/// </summary>
/// <param name="preset">The device.</param>
internal sealed class PresetSummary(CbramPreset preset)
{
    // The tolerance of a calibration.
    private const double StatedBias = 1.0 / 32;

    // Streams hold probabilities in steps of 2^-16, so the ends are what a drive must reach.
    private static readonly double[] Probabilities = [1.0 / 65536, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - (1.0 / 65536)];

    // Decades that a driver can make.
    private static readonly double[] WidthsSeconds = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3];

    private bool ByVoltage => preset.DriveMode == DriveMode.Voltage;

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        preset.Name,
        preset.Description,
        DriveMode = ByVoltage ? "voltage" : "pulse-width",
        Figures = Figures().Select(one => new
        {
            one.Definition.Name,
            one.Figure.Value,
            one.Definition.Unit,
            one.Figure.Source,
            Confidence = one.Figure.ConfidenceText.Split(' ')[0],
        }),
        WaitFamily = WaitFamilyNames.Of(preset.WaitFamily),
        TauTable = preset.TauTable is not { } table ? null : new
        {
            Points = table.Points.Select(static point => new { point.VoltageVolts, point.TauSeconds, point.LnTauSpread }),
            table.ExtrapolationVolts,
            table.Source,
            Confidence = table.Confidence.Text().Split(' ')[0],
            Extrapolated = DriveRange.Of(preset).Sentence,
        },
        DrivenAs = preset.DrivenAs?.Name,
        preset.VoltsPerKelvin,
        Nonidealities = preset.Nonidealities.ToString(),
        Drift = !Drifts ? null : new
        {
            ForgottenBias = DriftForecast.Bias(preset, DriftForecast.MemorySteps),
            StatedBias,
            CalibrationSteps = Calibrations is int.MaxValue ? (int?)null : Calibrations,
        },
        HalfSelected = HalfSelection.Of(preset) is not { } half ? null : new
        {
            VoltageVolts = half.Volts,
            half.HazardShare,
            HalfSelection.Neighbours,
            half.FalseOnes,
            half.IsExtrapolated,
        },
        EnergyPerBit = new
        {
            SetAttojoules = Pulse.SetAttojoules,
            ReadAttojoules = BitRead,
            ResetAttojoules = BitReset,
            TotalAttojoules = BitTotal,
        },
        EvenChance = WidthsSeconds.Select(width => new
        {
            PulseWidthSeconds = width,
            VoltageVolts = preset.Law.Voltage(0.5, width),
            MeanSetEnergyAttojoules = 1e6 * EnergyPicojoules(preset.Law.Voltage(0.5, width), width),
        }),
        Operation = Probabilities.Select(probability => new
        {
            Probability = probability,
            preset.PulseFor(probability).VoltageVolts,
            preset.PulseFor(probability).PulseWidthSeconds,
            MeanSetEnergyAttojoules = preset.MeanSetEnergyJoules(probability) * 1e18,
        }),
    };

    /// <summary>Writes every figure with its source and confidence.</summary>
    public void WriteFigures(IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{preset.Name}[/]: {preset.Description}");
        TextTable table = new(4, "figure", "value", "confidence", "source");
        foreach (TauPoint point in preset.TauTable?.Points ?? [])
        {
            string spread = point.LnTauSpread > 0
                ? $"; its ln varies by {point.LnTauSpread.ToString("G3", CultureInfo.InvariantCulture)} from cell to cell"
                : "";
            table.Add(
                $"tau at {point.VoltageVolts.ToString("G6", CultureInfo.InvariantCulture)} V",
                QuantityText.Seconds(point.TauSeconds),
                preset.TauTable!.Confidence.Text(),
                preset.TauTable.Source + spread);
        }

        foreach ((FigureDefinition definition, PresetFigure figure) in Figures())
        {
            table.Add(definition.Label, figure.ValueText, figure.ConfidenceText, figure.Source);
        }

        if (preset.Endurance is null)
        {
            table.Add("endurance", "unlimited", "", "");
        }

        console.Write(table);
        if (preset.WaitFamily != WaitFamily.Exponential)
        {
            console.WriteLine($"waits: {WaitFamilyNames.Of(preset.WaitFamily)}");
        }

        if (preset.DrivenAs is { } other)
        {
            console.WriteLine($"The driver takes these cells for those of {other.Name}.");
        }

        if (DriveRange.Of(preset).Sentence is { } sentence)
        {
            console.WriteLine(sentence);
        }

        if (preset.VoltsPerKelvin is { } volts)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A kelvin more, at 300 K, is {1e3 * volts:G3} mV more of drive."));
        }

        if (Drifts)
        {
            double forgotten = DriftForecast.Bias(preset, DriftForecast.MemorySteps);
            string interval = Calibrations is int.MaxValue ? "one calibration keeps it" : $"a calibration every {Calibrations:N0} steps keeps it";
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"The drive drifts: long after a calibration p is off by a standard deviation of up to {forgotten:G2}; {interval} within 1/32."));
        }

        if (HalfSelection.Of(preset) is { } half)
        {
            console.WriteLine(half.Sentence);
        }

        if (!preset.Nonidealities.IsNone)
        {
            console.WriteLine($"non-idealities: {preset.Nonidealities}");
        }
    }

    /// <summary>Writes what voltages and energies the device takes.</summary>
    public void WriteOperation(IAnsiConsole console)
    {
        console.WriteLine($"One SET pulse of this preset, which varies the {(ByVoltage ? "voltage" : "pulse width")} with the probability");
        TextTable operation = new(0, "probability", "voltage, V", "pulse width", "mean SET energy, pJ");
        foreach (double probability in Probabilities)
        {
            SetPulse pulse = preset.PulseFor(probability);
            operation.Add(
                ProbabilityText(probability),
                pulse.VoltageVolts.ToString("F3", CultureInfo.InvariantCulture),
                QuantityText.Seconds(pulse.PulseWidthSeconds),
                PicojoulesText(preset.MeanSetEnergyJoules(probability) * 1e12));
        }

        console.Write(operation);
        console.WriteLine("An even chance (p = 0.5) at other pulse widths");
        TextTable widths = new(0, "pulse width", "voltage, V", "mean SET energy, pJ");
        foreach (double width in WidthsSeconds)
        {
            double volts = preset.Law.Voltage(0.5, width);
            bool possible = volts > 0;
            widths.Add(
                QuantityText.Seconds(width),
                possible ? volts.ToString("F3", CultureInfo.InvariantCulture) : "none",
                possible ? PicojoulesText(EnergyPicojoules(volts, width)) : "-");
        }

        console.Write(widths);
        console.WriteLine(
            $"A bit at an even chance takes {PicojoulesText(1e-6 * BitTotal)} pJ: SET {PicojoulesText(1e-6 * Pulse.SetAttojoules)}, "
                + $"READ {PicojoulesText(1e-6 * BitRead)}, RESET at most {PicojoulesText(1e-6 * BitReset)}, one for two bits.");
        console.WriteLine("Energies are those of the cell alone, V^2 / R over the pulse: no driver, no line. They rest on Ron"
            + (preset.SetCurrentLimit is null ? "." : " and the current limit, whose transistor is included."));
    }

    private static string ProbabilityText(double probability) => probability switch
    {
        < 0.001 => "2^-16",
        > 0.999 => "1 - 2^-16",
        _ => probability.ToString("G3", CultureInfo.InvariantCulture),
    };

    private static string PicojoulesText(double energy) =>
        energy.ToString(energy < 999.5 ? "G3" : "N0", CultureInfo.InvariantCulture);

    private double EnergyPicojoules(double volts, double width) => 1e12 * preset.MeanSetEnergyJoules(new SetPulse(volts, width));

    /// <summary>Pulses at an even chance; a RESET conducts to its end, an upper bound.</summary>
    private CellEnergies Pulse => CellEnergies.Of(preset, ProbabilityDistribution.Constant(0.5), resetConduction: 1);

    private double BitRead => (Pulse.ReadOneAttojoules + Pulse.ReadZeroAttojoules) / 2.0;

    // Half of the bits are ones, which alone are reset.
    private double BitReset => Pulse.ResetAttojoules / 2.0;

    private double BitTotal => Pulse.SetAttojoules + BitRead + BitReset;

    private bool Drifts => ByVoltage && (preset.Nonidealities.DriveDriftVolts > 0 || preset.Nonidealities.TemperatureDriftKelvins > 0);

    private int Calibrations => DriftForecast.LongestInterval(preset, StatedBias);

    private IEnumerable<(FigureDefinition Definition, PresetFigure Figure)> Figures() =>
        from definition in FigureDefinition.All
        let figure = definition.Figure(preset)
        where figure is not null
        select (definition, figure);
}
