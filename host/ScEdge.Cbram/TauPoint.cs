using ScEdge.Input;

namespace ScEdge.Cbram;

/// <summary>What was measured at one voltage.</summary>
/// <param name="VoltageVolts">Voltage across the cell; V.</param>
/// <param name="TauSeconds">tau: the time by which 1 - 1/e of the cells switch, of exponential waits the mean; s.</param>
/// <param name="LnTauSpread">Standard deviation of ln tau from cell to cell at this voltage; 0 where it is not known.</param>
public sealed record TauPoint(double VoltageVolts, double TauSeconds, double LnTauSpread)
{
    internal void Check()
    {
        if (!(VoltageVolts is >= 1e-3 and <= 100))
        {
            throw new InputException($"voltage_volts is {VoltageVolts:G6}: it must be from 0.001 to 100 V.");
        }

        if (!(TauSeconds is >= 1e-30 and <= 1e30))
        {
            throw new InputException($"tau_seconds is {TauSeconds:G6}: it must be from 1E-30 to 1E+30 s.");
        }

        if (!(LnTauSpread is >= 0 and <= 2))
        {
            throw new InputException($"ln_tau_spread is {LnTauSpread:G6}: it must be from 0 to 2.");
        }
    }
}
