using System;
using ScEdge.Cbram.Laws;
using ScEdge.Input;

namespace ScEdge.Cbram;

/// <summary>
/// A CBRAM device as the simulator knows it: its switching law, its resistances, its pulses, its endurance.
/// </summary>
/// <remarks>
/// Every figure carries its source and its confidence, because most published devices leave some of them open and a
/// reader of a result must see which ones were assumed. Presets are immutable; change one with a <c>with</c> expression
/// or write a preset file (see <see cref="Presets.PresetCatalog"/>).
/// </remarks>
public sealed record CbramPreset
{
    private const double BoltzmannElectronvoltsPerKelvin = 8.617333262e-5;
    private const double ReferenceKelvins = 300.0;

    /// <summary>Short name: letters, digits, '-', '_' and '.'.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences: what the device is and what the preset leaves out.</summary>
    public required string Description { get; init; }

    /// <summary>Which knob of the SET pulse carries the probability.</summary>
    public required DriveMode DriveMode { get; init; }

    /// <summary>tau0, tau extrapolated to zero volts; s; null where there is a table.</summary>
    public PresetFigure? Tau0 { get; init; }

    /// <summary>V0, voltage that shortens the wait by the factor e; V; null where there is a table.</summary>
    public PresetFigure? V0 { get; init; }

    /// <summary>Waits that were measured, in place of <see cref="Tau0"/> and <see cref="V0"/>; null where these two describe them.</summary>
    /// <remarks>Only where the voltage carries the probability: a drive by pulse width uses one voltage.</remarks>
    public TauTable? TauTable { get; init; }

    /// <summary>How waits at one voltage are distributed.</summary>
    public WaitFamily WaitFamily { get; init; }

    /// <summary>Shape of the waits: k of Weibull and gamma, s of lognormal waits; null for exponential ones.</summary>
    public PresetFigure? WaitShape { get; init; }

    /// <summary>Ea of 1 / tau ~ exp(-Ea / kT) at the voltages of the pulses; eV; null where it is not known.</summary>
    public PresetFigure? ActivationEnergy { get; init; }

    /// <summary>Ron, resistance after SET; ohm.</summary>
    public required PresetFigure OnResistance { get; init; }

    /// <summary>Roff, resistance after RESET; ohm; greater than Ron.</summary>
    public required PresetFigure OffResistance { get; init; }

    /// <summary>Fixed width of the SET pulse under <see cref="DriveMode.Voltage"/>, otherwise null; s.</summary>
    public PresetFigure? SetPulseWidth { get; init; }

    /// <summary>Fixed voltage of the SET pulse under <see cref="DriveMode.PulseWidth"/>, otherwise null; V.</summary>
    public PresetFigure? SetVoltage { get; init; }

    /// <summary>
    /// I, current at which the select transistor holds a cell that has switched; A; null where nothing limits it but <see cref="OnResistance"/>.
    /// </summary>
    /// <remarks>More than a cell takes that has not switched, so that the law holds until it does. It acts in SET alone.</remarks>
    public PresetFigure? SetCurrentLimit { get; init; }

    /// <summary>Voltage of a read; V.</summary>
    public required PresetFigure ReadVoltage { get; init; }

    /// <summary>Width of a read pulse; s.</summary>
    public required PresetFigure ReadPulseWidth { get; init; }

    /// <summary>Voltage of the RESET pulse; V; negative, because RESET has the polarity opposite to SET.</summary>
    public required PresetFigure ResetVoltage { get; init; }

    /// <summary>Width of the RESET pulse; s.</summary>
    public required PresetFigure ResetPulseWidth { get; init; }

    /// <summary>Rated SET/RESET cycles of a cell; null for a cell that never wears out; cycles.</summary>
    public PresetFigure? Endurance { get; init; }

    /// <summary>What departs from the law; all off unless the preset file says otherwise.</summary>
    public Nonidealities Nonidealities { get; init; } = Nonidealities.None;

    /// <summary>Device for which the driver takes the cells; null where it knows them.</summary>
    /// <remarks>
    /// Pulses are then those that would switch a cell of that device, by its law at <see cref="SetPulseWidth"/> of this one; the cells answer by
    /// their own. Only where the voltage carries the probability.
    /// </remarks>
    public CbramPreset? DrivenAs { get; init; }

    /// <summary>The switching law of the nominal cell.</summary>
    /// <exception cref="InvalidOperationException">The preset has neither table nor constants.</exception>
    public SwitchingLaw Law
    {
        get
        {
            WaitDistribution waits = new(WaitFamily, WaitShape?.Value ?? 1.0);
            return TauTable is not null ? new SwitchingLaw(TauTable, waits)
                : Tau0 is not null && V0 is not null ? new SwitchingLaw(Tau0.Value, V0.Value, waits)
                : throw new InvalidOperationException($"Preset {Name} has neither a table of waits nor tau0 and V0.");
        }
    }

    /// <summary>What a kelvin is as a drift of the drive at 300 K, V0 Ea / (k T^2); V/K; null without Ea or V0.</summary>
    public double? VoltsPerKelvin => ActivationEnergy is not { } energy || V0 is not { } v0
        ? null
        : v0.Value * energy.Value / (BoltzmannElectronvoltsPerKelvin * ReferenceKelvins * ReferenceKelvins);

    /// <summary>SET pulse that switches the nominal cell with a probability, as the driver has it.</summary>
    /// <param name="probability">Probability, 0 &lt; p &lt; 1.</param>
    /// <exception cref="InvalidOperationException">The preset lacks the figure that its drive mode holds fixed.</exception>
    public SetPulse PulseFor(double probability)
    {
        SwitchingLaw law = DrivenAs?.Law ?? Law;
        if (DriveMode == DriveMode.Voltage)
        {
            double width = Fixed(SetPulseWidth);
            return new SetPulse(law.Voltage(probability, width), width);
        }

        double volts = Fixed(SetVoltage);
        return new SetPulse(volts, law.PulseWidth(probability, volts));
    }

    /// <summary>Mean energy of the SET pulse for a probability, in joules.</summary>
    /// <param name="probability">Probability, 0 &lt; p &lt; 1.</param>
    public double MeanSetEnergyJoules(double probability) => MeanSetEnergyJoules(PulseFor(probability));

    /// <summary>
    /// Mean energy of a SET pulse on a reset cell, E = V^2 / Roff (T - t_on) + V min(V / Ron, I) t_on, in joules: what the drive gives to the
    /// cell and the transistor that limits its current.
    /// </summary>
    /// <param name="pulse">Pulse, at a positive voltage.</param>
    public double MeanSetEnergyJoules(SetPulse pulse)
    {
        // V min(V / Ron, I) = V^2 / max(Ron, V / I).
        double ohms = Math.Max(OnResistance.Value, SetCurrentLimit is { } limit ? pulse.VoltageVolts / limit.Value : 0.0);
        return Law.MeanSetEnergyJoules(pulse.VoltageVolts, pulse.PulseWidthSeconds, ohms, OffResistance.Value);
    }

    /// <summary>The same device behind a transistor that limits the current of a cell once it has switched.</summary>
    /// <param name="limit">Limit; A; null for none.</param>
    /// <exception cref="InputException">A cell that has not switched would take more, so that the law would not hold.</exception>
    public CbramPreset WithSetCurrentLimit(PresetFigure? limit)
    {
        if (limit is not null && PulseFor(1 - (1.0 / 65536)).VoltageVolts / OffResistance.Value is var least && limit.Value <= least)
        {
            throw new InputException(
                $"A cell of {Name} takes up to {least:G3} A before it switches and its current in SET is limited to {limit.Value:G3} A: "
                    + "give a higher limit, or none.")
            {
                Setting = "set-current-limit",
            };
        }

        return this with { SetCurrentLimit = limit };
    }

    /// <summary>The same device with other non-idealities.</summary>
    /// <exception cref="InputException">The device lacks what an effect needs, or two effects exclude each other.</exception>
    public CbramPreset WithNonidealities(Nonidealities nonidealities)
    {
        ArgumentNullException.ThrowIfNull(nonidealities);
        if (nonidealities.TableSpread > 0.0 && TauTable?.HasSpread != true)
        {
            throw new InputException(
                $"table-spread needs a table of waits with ln_tau_spread and {Name} has none: use device-to-device, or add it to the preset.");
        }

        if (nonidealities.WearVolts > 0.0 && Endurance is null)
        {
            throw new InputException(
                $"wear needs a rated endurance and {Name} has none: choose another preset or leave wear off.");
        }

        if (nonidealities.LineDropVolts > 0.0 && (nonidealities.DeviceToDevice > 0.0 || nonidealities.TableSpread > 0.0))
        {
            throw new InputException(
                "line-drop and a spread from cell to cell cannot be on at once, as a cell has one class: leave line-drop, device-to-device "
                    + "or table-spread out.");
        }

        if (nonidealities.SetDroopVolts > 0.0 && (DrivenAs is not null || !Law.IsPlain))
        {
            throw new InputException(
                $"set-droop needs exponential waits by two constants and a driver that knows them, and {Name} has others: choose another preset or "
                    + "leave set-droop off.");
        }

        if (nonidealities.TemperatureDriftKelvins > 0.0 && VoltsPerKelvin is null)
        {
            throw new InputException(TauTable is null
                ? $"temperature-drift needs an activation energy and {Name} has none: give activation_energy_electronvolts in a preset of yours, or "
                    + "use drive-drift, in volts."
                : $"temperature-drift needs a V0 and {Name} has a table of waits: use drive-drift, in volts.");
        }

        if (nonidealities is { DriveDriftSeed: { } drive, TemperatureDriftSeed: { } temperature } && drive != temperature)
        {
            throw new InputException(
                $"drive-drift@{drive} and temperature-drift@{temperature} are one drift, of one seed: give the same, or one of them alone.");
        }

        return this with { Nonidealities = nonidealities };
    }

    /// <summary>Standard deviation of the drift of the drive, temperature's with it; V.</summary>
    /// <param name="nonidealities">Effects that are on.</param>
    internal double DriftVolts(Nonidealities nonidealities)
    {
        double byTemperature = nonidealities.TemperatureDriftKelvins * (VoltsPerKelvin ?? 0.0);
        return byTemperature == 0.0
            ? nonidealities.DriveDriftVolts
            : Math.Sqrt((nonidealities.DriveDriftVolts * nonidealities.DriveDriftVolts) + (byTemperature * byTemperature));
    }

    private double Fixed(PresetFigure? figure) => figure?.Value
        ?? throw new InvalidOperationException($"Preset {Name} lacks the figure that its drive mode holds fixed.");
}
