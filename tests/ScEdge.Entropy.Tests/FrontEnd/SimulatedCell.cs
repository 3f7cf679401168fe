using System;
using ScEdge.Cbram;

namespace ScEdge.Entropy.Tests.FrontEnd;

/// <summary>One cell behind the converters: the switching law, two resistances, a condition, a drift.</summary>
internal sealed class SimulatedCell(CbramPreset preset, Random random)
{
    /// <summary>A RESET pulse of full strength leaves one cell in twenty conducting, so that verification has work.</summary>
    private const double ResetSuccess = 0.95;

    private bool isSet = random.Next(2) == 1;

    public CellCondition Condition { get; set; } = CellCondition.Sound;

    /// <summary>Loss of drive: the cell switches as if the voltage were lower by so much.</summary>
    public double DriftVolts { get; set; }

    /// <summary>Resistance seen at the terminals; infinite where nothing is connected.</summary>
    public double Ohms => Condition == CellCondition.Disconnected ? double.PositiveInfinity
        : IsSet ? preset.OnResistance.Value : preset.OffResistance.Value;

    private bool IsSet => Condition == CellCondition.StuckSet || (isSet && Condition != CellCondition.StuckReset);

    /// <summary>Probability that a pulse sets the cell when it is reset.</summary>
    public double SetProbability(double driveVolts, double seriesOhms, double widthSeconds)
    {
        double across = driveVolts * preset.OffResistance.Value / (preset.OffResistance.Value + seriesOhms);
        return preset.Law.Probability(across - DriftVolts, widthSeconds);
    }

    public void Pulse(double driveVolts, double seriesOhms, double widthSeconds)
    {
        double volts = Condition == CellCondition.Reversed ? -driveVolts : driveVolts;
        if (volts > 0 && !isSet)
        {
            isSet = random.NextDouble() < SetProbability(volts, seriesOhms, widthSeconds);
        }
        else if (isSet && volts <= preset.ResetVoltage.Value)
        {
            isSet = random.NextDouble() >= ResetSuccess;
        }
    }
}
