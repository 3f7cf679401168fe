using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Laws;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// Likelihood of waits of a family whose ln tau is linear in voltage, and its maximum for a given shape.
/// </summary>
/// <remarks>
/// With eta = -ln tau = a + b x, x = V - mean V, and u = ln t + eta a wait that ended gives ln(h e^-h d ln h / du) - ln t, one that was cut
/// short -h(u). Each is concave in u for the families here, so the sum is in a and b; Newton's steps, halved while they overshoot, with the
/// derivatives over u by differences.
/// </remarks>
internal sealed class FamilyLikelihood
{
    private const int MostSteps = 100;
    private const double Difference = 1e-3;

    private readonly (double X, double LnTime, bool IsCensored)[] waits;
    private readonly WaitDistribution distribution;
    private readonly double centre;

    /// <summary>Finds the maximum.</summary>
    /// <param name="groups">The waits.</param>
    /// <param name="distribution">Family and shape.</param>
    /// <param name="start">a and b to begin with, a at <paramref name="centre"/>.</param>
    /// <param name="centre">Voltage that counts as zero.</param>
    public FamilyLikelihood(IEnumerable<VoltageGroup> groups, WaitDistribution distribution, (double A, double B) start, double centre)
    {
        this.distribution = distribution;
        this.centre = centre;
        waits =
        [
            .. groups.SelectMany(static group => group.Observations)
                .Select(one => (one.VoltageVolts - centre, Math.Log(one.WaitingTimeSeconds), one.IsCensored)),
        ];
        Maximise(start.A, start.B);
    }

    /// <summary>-ln tau at the centre.</summary>
    public double Intercept { get; private set; }

    /// <summary>b = 1 / V0, per volt.</summary>
    public double Slope { get; private set; }

    /// <summary>ln tau at zero volts.</summary>
    public double LnTau0 => (Slope * centre) - Intercept;

    /// <summary>ln of the likelihood.</summary>
    public double Maximum { get; private set; }

    /// <summary>Observed information of a and b.</summary>
    public (double AA, double AB, double BB) Information { get; private set; }

    private void Maximise(double a, double b)
    {
        double value = Sum(a, b, 0);
        for (int i = 0; i < MostSteps; i++)
        {
            (double ga, double gb, double haa, double hab, double hbb) = Derivatives(a, b);
            double determinant = (haa * hbb) - (hab * hab);
            double da = ((hbb * ga) - (hab * gb)) / determinant;
            double db = ((haa * gb) - (hab * ga)) / determinant;
            double step = 1.0;
            double next = Sum(a + da, b + db, 0);
            while (!(next >= value) && step > 1e-9)
            {
                step *= 0.5;
                next = Sum(a + (step * da), b + (step * db), 0);
            }

            bool converged = !(next - value > 1e-10 * waits.Length);
            if (next >= value)
            {
                (a, b, value) = (a + (step * da), b + (step * db), next);
            }

            if (converged)
            {
                break;
            }
        }

        (Intercept, Slope, Maximum) = (a, b, value);
        (_, _, double aa, double ab, double bb) = Derivatives(a, b);
        Information = (aa, ab, bb);
    }

    private double Sum(double a, double b, double shift) => waits.Sum(one => Term(one, a + (b * one.X) + shift));

    private double Term((double X, double LnTime, bool IsCensored) one, double eta)
    {
        double reach = one.LnTime + eta;
        return one.IsCensored ? -Math.Exp(distribution.LnHazard(reach)) : distribution.LnDensity(reach) - one.LnTime;
    }

    private (double A, double B, double AA, double AB, double BB) Derivatives(double a, double b)
    {
        (double ga, double gb, double haa, double hab, double hbb) = (0, 0, 0, 0, 0);
        foreach (var one in waits)
        {
            double eta = a + (b * one.X);
            double middle = Term(one, eta);
            double above = Term(one, eta + Difference);
            double below = Term(one, eta - Difference);
            double first = (above - below) / (2 * Difference);
            double second = ((2 * middle) - above - below) / (Difference * Difference);
            ga += first;
            gb += one.X * first;
            haa += second;
            hab += one.X * second;
            hbb += one.X * one.X * second;
        }

        return (ga, gb, haa, hab, hbb);
    }
}
