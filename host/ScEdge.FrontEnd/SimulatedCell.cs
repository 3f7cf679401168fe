using System;
using ScEdge.Cbram;

namespace ScEdge.FrontEnd;

/// <summary>
/// One cell behind the converters: the switching law, two resistances, a condition, a drift.
/// </summary>
public sealed class SimulatedCell
{
    /// <summary>A RESET pulse of full strength leaves one cell in twenty conducting, so that verification has work.</summary>
    private const double ResetSuccess = 0.95;

    private readonly CbramPreset _preset;
    private readonly Random _random;
    private bool _isSet;

    internal SimulatedCell(CbramPreset preset, Random random)
    {
        _preset = preset;
        _random = random;
        _isSet = random.Next(2) == 1;
    }

    /// <summary>Gets or sets how the cell is.</summary>
    public CellCondition Condition { get; set; } = CellCondition.Sound;

    /// <summary>Gets or sets the loss of drive: the cell switches as if the voltage were lower by so much; V.</summary>
    public double DriftVolts { get; set; }

    /// <summary>Gets or sets the probability that a cell which a pulse has set relaxes before it is read.</summary>
    public double Relaxation { get; set; }

    /// <summary>Gets the resistance seen at the terminals; infinite where nothing is connected; ohm.</summary>
    public double Ohms => Condition == CellCondition.Disconnected ? double.PositiveInfinity
        : IsSet ? _preset.OnResistance.Value : _preset.OffResistance.Value;

    private bool IsSet => Condition == CellCondition.StuckSet || (_isSet && Condition != CellCondition.StuckReset);

    /// <summary>Returns the probability that a pulse sets the cell when it is reset, and that it stays so until it is read.</summary>
    /// <param name="driveVolts">Voltage over cell and series resistor; V.</param>
    /// <param name="seriesOhms">The resistor; ohm.</param>
    /// <param name="widthSeconds">Width of the pulse; s.</param>
    public double SetProbability(double driveVolts, double seriesOhms, double widthSeconds)
    {
        double across = driveVolts * _preset.OffResistance.Value / (_preset.OffResistance.Value + seriesOhms);
        return (1 - Relaxation) * _preset.Law.Probability(across - DriftVolts, widthSeconds);
    }

    internal void Pulse(double driveVolts, double seriesOhms, double widthSeconds)
    {
        double volts = Condition == CellCondition.Reversed ? -driveVolts : driveVolts;
        if (volts > 0 && !_isSet)
        {
            _isSet = _random.NextDouble() < SetProbability(volts, seriesOhms, widthSeconds);
        }
        else if (_isSet && volts <= _preset.ResetVoltage.Value)
        {
            _isSet = _random.NextDouble() >= ResetSuccess;
        }
    }
}
