using System;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram;

/// <summary>
/// The stochastic SET of a CBRAM cell: when a filament forms under a constant voltage, and what that costs.
/// </summary>
/// <remarks>
/// <para>P(T) = 1 - exp(-T / tau), tau(V) = tau0 exp(-V / V0): the wait for the filament is exponential, and its mean
/// falls by a factor e for every V0 of voltage. The hazard h = T / tau is what a pulse spends; P = 1 - exp(-h).</para>
/// <para>Units are SI: seconds, volts, ohms, joules. Source of the law: S. H. Jo, K.-H. Kim, W. Lu, "Programmable
/// Resistance Switching in Nanoscale Two-Terminal Devices", Nano Letters 9, 496, 2009; S. Gaba et al., "Stochastic
/// memristive devices for computing and neuromorphic applications", Nanoscale 5, 5872, 2013.</para>
/// <para>Exponentials and logarithms come from <see cref="Elementary"/>, which keeps small probabilities accurate and
/// gives the same digits on every machine. Round trips of probability and voltage agree to about 1e-12.</para>
/// </remarks>
public sealed record SwitchingLaw
{
    /// <summary>Creates the law from its two parameters.</summary>
    /// <param name="tau0Seconds">Mean waiting time extrapolated to zero volts; positive, finite.</param>
    /// <param name="v0Volts">Voltage that shortens the wait by the factor e; positive, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public SwitchingLaw(double tau0Seconds, double v0Volts)
    {
        Tau0Seconds = Positive(tau0Seconds, nameof(tau0Seconds));
        V0Volts = Positive(v0Volts, nameof(v0Volts));
    }

    /// <summary>Mean waiting time extrapolated to zero volts, in seconds.</summary>
    public double Tau0Seconds { get; }

    /// <summary>Voltage that shortens the wait by the factor e, in volts.</summary>
    public double V0Volts { get; }

    /// <summary>Steepest slope of probability over voltage, 1 / (e V0), met at P = 1 - 1/e; per volt.</summary>
    public double MaximumSlopePerVolt => 1.0 / (Math.E * V0Volts);

    /// <summary>Mean waiting time tau at a voltage, in seconds.</summary>
    /// <param name="volts">Voltage across the cell; finite.</param>
    public double TauSeconds(double volts) => Tau0Seconds * Elementary.Exp(-Finite(volts, nameof(volts)) / V0Volts);

    /// <summary>Hazard h = T / tau(V) of a pulse: how many mean waits it lasts; dimensionless, 0 or more.</summary>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double Hazard(double volts, double pulseWidthSeconds)
    {
        Finite(volts, nameof(volts));
        if (pulseWidthSeconds == 0.0)
        {
            return 0.0;
        }

        Positive(pulseWidthSeconds, nameof(pulseWidthSeconds));

        // One exponential of the whole exponent: tau alone may leave the range of a double where h does not.
        return Elementary.Exp(Elementary.Log(pulseWidthSeconds) - Elementary.Log(Tau0Seconds) + (volts / V0Volts));
    }

    /// <summary>Hazard that switches with a probability, h = -ln(1 - p).</summary>
    /// <param name="probability">Probability p, 0 &lt; p &lt; 1.</param>
    public static double HazardOfProbability(double probability)
    {
        if (!(probability > 0.0 && probability < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, "A pulse can be found only for a probability between 0 and 1, both excluded.");
        }

        return -Elementary.LogOnePlus(-probability);
    }

    /// <summary>Probability that a pulse switches the cell, P = 1 - exp(-T / tau(V)).</summary>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double Probability(double volts, double pulseWidthSeconds) =>
        -Elementary.ExpMinusOne(-Hazard(volts, pulseWidthSeconds));

    /// <summary>
    /// Voltage that switches with a probability in a given time, V = V0 ln(tau0 (-ln(1 - p)) / T), in volts.
    /// </summary>
    /// <remarks>
    /// The predistortion that makes the cell a linear source of probabilities; every decade of speed costs V0 ln 10.
    /// </remarks>
    /// <param name="probability">Probability p, 0 &lt; p &lt; 1.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; positive, finite.</param>
    public double Voltage(double probability, double pulseWidthSeconds) => V0Volts *
        (Elementary.Log(Tau0Seconds) + Elementary.Log(HazardOfProbability(probability))
            - Elementary.Log(Positive(pulseWidthSeconds, nameof(pulseWidthSeconds))));

    /// <summary>Pulse width that switches with a probability at a given voltage, T = tau(V) (-ln(1 - p)), in seconds.</summary>
    /// <param name="probability">Probability p, 0 &lt; p &lt; 1.</param>
    /// <param name="volts">Pulse voltage; finite.</param>
    public double PulseWidth(double probability, double volts) => TauSeconds(volts) * HazardOfProbability(probability);

    /// <summary>Slope of probability over voltage, dP/dV = h exp(-h) / V0, per volt.</summary>
    /// <remarks>A drive error of dV shifts P by this slope times dV, whatever the stream length: a bias, not noise.</remarks>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double SlopePerVolt(double volts, double pulseWidthSeconds)
    {
        double hazard = Hazard(volts, pulseWidthSeconds);
        return hazard * Elementary.Exp(-hazard) / V0Volts;
    }

    /// <summary>Mean time that the cell conducts during a pulse, T - tau (1 - exp(-T / tau)), in seconds.</summary>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double MeanOnTimeSeconds(double volts, double pulseWidthSeconds) =>
        pulseWidthSeconds * OnFraction(Hazard(volts, pulseWidthSeconds));

    /// <summary>
    /// Mean energy of a SET pulse on a reset cell, E = V^2 / Roff (T - t_on) + V^2 / Ron t_on, in joules.
    /// </summary>
    /// <remarks>The cell alone at constant voltage: no driver, no line capacitance, no series resistor, no RESET.</remarks>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    /// <param name="onOhms">Resistance Ron of the formed filament; positive, finite.</param>
    /// <param name="offOhms">Resistance Roff before the filament; positive, finite.</param>
    public double MeanSetEnergyJoules(double volts, double pulseWidthSeconds, double onOhms, double offOhms)
    {
        double onSeconds = MeanOnTimeSeconds(volts, pulseWidthSeconds);
        double offSeconds = pulseWidthSeconds - onSeconds;
        return volts * volts *
            ((offSeconds / Positive(offOhms, nameof(offOhms))) + (onSeconds / Positive(onOhms, nameof(onOhms))));
    }

    /// <summary>t_on / T = 1 - (1 - exp(-h)) / h, by its series where the difference would cancel.</summary>
    private static double OnFraction(double hazard)
    {
        if (hazard > 0.5)
        {
            return 1.0 + (Elementary.ExpMinusOne(-hazard) / hazard);
        }

        // h/2! - h^2/3! + h^3/4! - ..., summed from its small end.
        double sum = 0.0;
        for (int n = 16; n >= 2; n--)
        {
            sum = (1.0 - sum) * hazard / n;
        }

        return sum;
    }

    private static double Positive(double value, string name) => value > 0.0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be positive and finite.");

    private static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be finite.");
}
