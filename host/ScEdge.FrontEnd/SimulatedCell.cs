using System;
using ScEdge.Cbram;

namespace ScEdge.FrontEnd;

/// <summary>
/// One cell behind the converters: the switching law, two resistances, a condition, and what it does beside the law.
/// </summary>
public sealed class SimulatedCell
{
    /// <summary>A RESET pulse of full strength leaves one cell in twenty conducting, so that verification has work.</summary>
    private const double ResetSuccess = 0.95;

    private readonly CbramPreset _preset;
    private readonly Random _random;
    private bool _isSet;
    private bool _hasSwitched;

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

    /// <summary>Gets or sets the probability that a read finds a cell set which the pulse has not.</summary>
    public double ReadDisturb { get; set; }

    /// <summary>Gets or sets the standard deviation of ln tau from pulse to pulse.</summary>
    public double CycleToCycle { get; set; }

    /// <summary>Gets or sets the logarithm of the factor of the hazard where the last SET pulse has switched the cell.</summary>
    public double ResidualFilament { get; set; }

    /// <summary>Gets the resistance seen at the terminals; infinite where nothing is connected; ohm.</summary>
    public double Ohms => Condition == CellCondition.Disconnected ? double.PositiveInfinity
        : IsSet ? _preset.OnResistance.Value : _preset.OffResistance.Value;

    private bool IsSet => Condition == CellCondition.StuckSet || (_isSet && Condition != CellCondition.StuckReset);

    /// <summary>
    /// Returns the probability that a read after a pulse on a reset cell finds it set; the mean over what ln tau deviates by from pulse to
    /// pulse, which is all there is to it because pulses are independent.
    /// </summary>
    /// <param name="driveVolts">Voltage over cell and series resistor; V.</param>
    /// <param name="seriesOhms">The resistor; ohm.</param>
    /// <param name="widthSeconds">Width of the pulse; s.</param>
    /// <param name="hasSwitched">Whether the SET pulse before has switched it.</param>
    public double SetProbability(double driveVolts, double seriesOhms, double widthSeconds, bool hasSwitched)
    {
        double across = driveVolts * _preset.OffResistance.Value / (_preset.OffResistance.Value + seriesOhms);
        double residual = hasSwitched ? ResidualFilament : 0;
        double switches = SwitchingMean(across - DriftVolts, widthSeconds * Math.Exp(residual));
        return ((1 - Relaxation) * switches) + (ReadDisturb * (1 - switches));
    }

    /// <summary>The mean over a normal deviation of ln tau, by the trapezoidal rule: a factor of the hazard is one of the width.</summary>
    private double SwitchingMean(double volts, double widthSeconds)
    {
        if (CycleToCycle <= 0)
        {
            return _preset.Law.Probability(volts, widthSeconds);
        }

        double sum = 0;
        double weights = 0;
        for (double z = -6; z <= 6; z += 0.5)
        {
            double weight = Math.Exp(-0.5 * z * z);
            sum += weight * _preset.Law.Probability(volts, widthSeconds * Math.Exp(-CycleToCycle * z));
            weights += weight;
        }

        return sum / weights;
    }

    internal void Pulse(double driveVolts, double seriesOhms, double widthSeconds)
    {
        double volts = Condition == CellCondition.Reversed ? -driveVolts : driveVolts;
        if (volts > 0 && !_isSet)
        {
            _isSet = _random.NextDouble() < SetProbability(volts, seriesOhms, widthSeconds, _hasSwitched);
            _hasSwitched = _isSet;
        }
        else if (_isSet && volts <= _preset.ResetVoltage.Value)
        {
            _isSet = _random.NextDouble() >= ResetSuccess;
        }
    }
}
