using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// Likelihood of the switching law given measurements at several voltages, and its maximum.
/// </summary>
/// <remarks>
/// With the ln of the rate linear in voltage, eta = -ln tau = a + b x, x = V - mean V, b = 1 / V0, the log-likelihood is
/// sum over voltages of d eta - S exp(eta): d cells switched in a total time S. It is strictly concave once cells have
/// switched at two voltages, so a Newton step, halved while it overshoots, finds its only maximum.
/// </remarks>
internal sealed class SwitchingLawLikelihood
{
    private const int MaximumSteps = 200;

    private readonly IReadOnlyList<VoltageGroup> groups;
    private readonly double centre;

    public SwitchingLawLikelihood(IReadOnlyList<VoltageGroup> groups)
    {
        this.groups = groups;
        centre = groups.Sum(g => g.Volts * g.Switched) / groups.Sum(g => g.Switched);
        Maximise();
    }

    /// <summary>The voltage that counts as zero: the mean of those at which cells switched.</summary>
    public double Centre => centre;

    /// <summary>b = 1 / V0, per volt.</summary>
    public double Slope { get; private set; }

    /// <summary>-ln tau at the centre of the voltages.</summary>
    public double Intercept { get; private set; }

    /// <summary>ln tau0: the fitted line at zero volts.</summary>
    public double LnTau0 => (Slope * centre) - Intercept;

    public double Maximum { get; private set; }

    /// <summary>Variance of the slope from the observed information.</summary>
    public double SlopeVariance { get; private set; }

    /// <summary>Variance of ln tau0.</summary>
    public double LnTau0Variance { get; private set; }

    /// <summary>Covariance of ln tau0 and the slope.</summary>
    public double Covariance { get; private set; }

    /// <summary>Largest log-likelihood if every voltage had a tau of its own.</summary>
    public static double OfSeparateTaus(IEnumerable<VoltageGroup> groups) =>
        groups.Where(g => g.Switched > 0).Sum(g => g.Switched * (Math.Log(g.Switched / g.TotalSeconds) - 1.0));

    private void Maximise()
    {
        double a = Math.Log(groups.Sum(g => g.Switched) / groups.Sum(g => g.TotalSeconds));
        double b = 0.0;
        double value = LogLikelihood(a, b);
        for (int i = 0; i < MaximumSteps; i++)
        {
            (double ga, double gb, double haa, double hab, double hbb) = Derivatives(a, b);
            double determinant = (haa * hbb) - (hab * hab);
            double da = ((hbb * ga) - (hab * gb)) / determinant;
            double db = ((haa * gb) - (hab * ga)) / determinant;
            double decrement = (ga * da) + (gb * db);
            double step = 1.0;
            double next = LogLikelihood(a + da, b + db);

            // Negated so that an overflow to NaN or minus infinity is an overshoot too.
            while (!(next >= value) && step > 1e-12)
            {
                step *= 0.5;
                next = LogLikelihood(a + (step * da), b + (step * db));
            }

            bool converged = decrement < 1e-14 * groups.Sum(g => g.Switched);
            if (next >= value)
            {
                a += step * da;
                b += step * db;
                value = next;
            }
            else
            {
                // No rise is left within the precision of a double.
                converged = true;
            }

            if (converged)
            {
                Finish(a, b, value);
                return;
            }
        }

        throw new InputException(
            "The fit did not converge: check the units of the voltages and waiting times.");
    }

    private void Finish(double a, double b, double value)
    {
        (_, _, double haa, double hab, double hbb) = Derivatives(a, b);
        double determinant = (haa * hbb) - (hab * hab);
        double varianceA = hbb / determinant;
        double varianceB = haa / determinant;
        double covarianceAB = -hab / determinant;
        Intercept = a;
        Slope = b;
        Maximum = value;

        // ln tau0 = b centre - a.
        SlopeVariance = varianceB;
        LnTau0Variance = (centre * centre * varianceB) + varianceA - (2.0 * centre * covarianceAB);
        Covariance = (centre * varianceB) - covarianceAB;
    }

    private double LogLikelihood(double a, double b)
    {
        double sum = 0.0;
        foreach (VoltageGroup group in groups)
        {
            double eta = a + (b * (group.Volts - centre));
            sum += (group.Switched * eta) - (group.TotalSeconds * Math.Exp(eta));
        }

        return sum;
    }

    /// <summary>Gradient, and the negated second derivatives, which are the observed information.</summary>
    private (double A, double B, double AA, double AB, double BB) Derivatives(double a, double b)
    {
        double ga = 0.0;
        double gb = 0.0;
        double haa = 0.0;
        double hab = 0.0;
        double hbb = 0.0;
        foreach (VoltageGroup group in groups)
        {
            double x = group.Volts - centre;
            double expected = group.TotalSeconds * Math.Exp(a + (b * x));
            double excess = group.Switched - expected;
            ga += excess;
            gb += x * excess;
            haa += expected;
            hab += x * expected;
            hbb += x * x * expected;
        }

        return (ga, gb, haa, hab, hbb);
    }
}
