using System;
using ScEdge.Cbram.Laws;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram;

/// <summary>
/// The stochastic SET of a CBRAM cell: when a filament forms under a constant voltage, and what that costs.
/// </summary>
/// <remarks>
/// <para>P(T) = 1 - exp(-T / tau), tau(V) = tau0 exp(-V / V0): the wait for the filament is exponential, and its mean
/// falls by a factor e for every V0 of voltage. The hazard h = T / tau is what a pulse spends; P = 1 - exp(-h).</para>
/// <para>In place of the two constants there may be a <see cref="TauTable"/>, and in place of exponential waits another
/// <see cref="WaitDistribution"/>: then h is its function of T / tau, and P = 1 - exp(-h) still.</para>
/// <para>Units are SI: seconds, volts, ohms, joules. Source of the law: S. H. Jo, K.-H. Kim, W. Lu, "Programmable
/// Resistance Switching in Nanoscale Two-Terminal Devices", Nano Letters 9, 496, 2009; S. Gaba et al., "Stochastic
/// memristive devices for computing and neuromorphic applications", Nanoscale 5, 5872, 2013.</para>
/// <para>Exponentials and logarithms come from <see cref="Elementary"/>, which keeps small probabilities accurate and
/// gives the same digits on every machine. Round trips of probability and voltage agree to about 1e-12.</para>
/// </remarks>
public sealed record SwitchingLaw
{
    private readonly double tau0Seconds;
    private readonly double v0Volts;

    /// <summary>Creates the law from its two parameters, with exponential waits.</summary>
    /// <param name="tau0Seconds">Mean waiting time extrapolated to zero volts; positive, finite.</param>
    /// <param name="v0Volts">Voltage that shortens the wait by the factor e; positive, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public SwitchingLaw(double tau0Seconds, double v0Volts)
        : this(tau0Seconds, v0Volts, WaitDistribution.Exponential)
    {
    }

    /// <summary>Creates the law from its two parameters.</summary>
    /// <param name="tau0Seconds">tau extrapolated to zero volts; positive, finite.</param>
    /// <param name="v0Volts">Voltage that shortens the wait by the factor e; positive, finite.</param>
    /// <param name="waits">How waits at one voltage are distributed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public SwitchingLaw(double tau0Seconds, double v0Volts, WaitDistribution waits)
    {
        this.tau0Seconds = Positive(tau0Seconds, nameof(tau0Seconds));
        this.v0Volts = Positive(v0Volts, nameof(v0Volts));
        Waits = waits;
    }

    /// <summary>Creates the law from a table of waits.</summary>
    /// <param name="table">tau at several voltages.</param>
    /// <param name="waits">How waits at one voltage are distributed.</param>
    public SwitchingLaw(TauTable table, WaitDistribution waits)
    {
        Table = table;
        Waits = waits;
    }

    /// <summary>How waits at one voltage are distributed.</summary>
    public WaitDistribution Waits { get; }

    /// <summary>The waits that were measured; null where two constants describe them.</summary>
    public TauTable? Table { get; }

    /// <summary>Mean waiting time extrapolated to zero volts, in seconds.</summary>
    /// <exception cref="InvalidOperationException">The law is a table.</exception>
    public double Tau0Seconds => Table is null ? tau0Seconds : throw NoConstant();

    /// <summary>Voltage that shortens the wait by the factor e, in volts.</summary>
    /// <exception cref="InvalidOperationException">The law is a table: see <see cref="LocalV0Volts"/>.</exception>
    public double V0Volts => Table is null ? v0Volts : throw NoConstant();

    /// <summary>Whether two constants and exponential waits are the whole law, so that every error of the drive is a factor on the hazard.</summary>
    public bool IsPlain => Table is null && Waits.IsExponential;

    /// <summary>Voltage that shortens the wait by the factor e at a voltage; V.</summary>
    /// <param name="volts">Voltage; finite.</param>
    public double LocalV0Volts(double volts) => Table?.LocalV0Volts(Finite(volts, nameof(volts))) ?? v0Volts;

    /// <summary>
    /// Steepest slope of probability over voltage, 1 / (e V0), met at P = 1 - 1/e, of a law of two constants with exponential waits; per volt.
    /// </summary>
    /// <exception cref="InvalidOperationException">The law is a table.</exception>
    public double MaximumSlopePerVolt => 1.0 / (Math.E * V0Volts);

    /// <summary>Mean waiting time tau at a voltage, in seconds.</summary>
    /// <param name="volts">Voltage across the cell; finite.</param>
    public double TauSeconds(double volts) => Table is null
        ? tau0Seconds * Elementary.Exp(-Finite(volts, nameof(volts)) / v0Volts)
        : Elementary.Exp(Table.LnTau(Finite(volts, nameof(volts))));

    /// <summary>Hazard h of a pulse, T / tau(V) of exponential waits: how many mean waits it lasts; dimensionless, 0 or more.</summary>
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
        return Elementary.Exp(Waits.LnHazard(Reach(volts, Elementary.Log(pulseWidthSeconds))));
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
    public double Voltage(double probability, double pulseWidthSeconds) =>
        VoltageOfLnHazard(Elementary.Log(HazardOfProbability(probability)), pulseWidthSeconds);

    /// <summary>Voltage that switches with a hazard in a given time, in volts; for probabilities that no double can hold.</summary>
    /// <param name="lnHazard">ln of the hazard; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; positive, finite.</param>
    internal double VoltageOfLnHazard(double lnHazard, double pulseWidthSeconds)
    {
        double reach = Waits.Reach(lnHazard);
        double lnWidth = Elementary.Log(Positive(pulseWidthSeconds, nameof(pulseWidthSeconds)));
        return Table is null ? v0Volts * (Elementary.Log(tau0Seconds) + reach - lnWidth) : Table.VoltageOf(lnWidth - reach);
    }

    /// <summary>Pulse width that switches with a probability at a given voltage, T = tau(V) (-ln(1 - p)), in seconds.</summary>
    /// <param name="probability">Probability p, 0 &lt; p &lt; 1.</param>
    /// <param name="volts">Pulse voltage; finite.</param>
    public double PulseWidth(double probability, double volts)
    {
        double hazard = HazardOfProbability(probability);
        return TauSeconds(volts) * (Waits.IsExponential ? hazard : Elementary.Exp(Waits.Reach(Elementary.Log(hazard))));
    }

    /// <summary>Slope of probability over voltage, dP/dV = h exp(-h) / V0 of exponential waits, per volt.</summary>
    /// <remarks>A drive error of dV shifts P by this slope times dV, whatever the stream length: a bias, not noise.</remarks>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double SlopePerVolt(double volts, double pulseWidthSeconds)
    {
        double hazard = Hazard(volts, pulseWidthSeconds);
        double slope = hazard == 0.0 || Waits.IsExponential ? 1.0 : Waits.Slope(Reach(volts, Elementary.Log(pulseWidthSeconds)));
        return slope * hazard * Elementary.Exp(-hazard) / LocalV0Volts(volts);
    }

    /// <summary>
    /// Mean time that the cell conducts during a pulse, the integral of P over it: T - tau (1 - exp(-T / tau)) of exponential waits, in seconds.
    /// </summary>
    /// <param name="volts">Pulse voltage; finite.</param>
    /// <param name="pulseWidthSeconds">Pulse width T; 0 or more, finite.</param>
    public double MeanOnTimeSeconds(double volts, double pulseWidthSeconds)
    {
        double hazard = Hazard(volts, pulseWidthSeconds);
        return pulseWidthSeconds * (hazard == 0.0 || Waits.IsExponential
            ? OnFraction(hazard)
            : Waits.MeanShare(Reach(volts, Elementary.Log(pulseWidthSeconds))));
    }

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

    /// <summary>u = ln(T / tau(V)).</summary>
    private double Reach(double volts, double lnPulseWidth) => Table is null
        ? lnPulseWidth - Elementary.Log(tau0Seconds) + (volts / v0Volts)
        : lnPulseWidth - Table.LnTau(volts);

    private static InvalidOperationException NoConstant() => new("A law of measured waits has neither tau0 nor one V0.");

    private static double Positive(double value, string name) => value > 0.0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be positive and finite.");

    private static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be finite.");
}
