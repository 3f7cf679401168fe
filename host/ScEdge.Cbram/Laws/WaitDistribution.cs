using System;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Laws;

/// <summary>
/// The distribution of a cell's waits at a constant voltage, in units of tau.
/// </summary>
/// <remarks>
/// <para>tau is the time by which 1 - 1/e of the cells have switched, whatever the family; of exponential waits it is the mean. With u = ln(t / tau)
/// and the hazard h = -ln(1 - P), a family is ln h as a function of u, rising, 0 at 0: u itself for exponential waits, k u for Weibull's (W. Weibull,
/// "A statistical distribution function of wide applicability", Journal of Applied Mechanics 18, 293, 1951), else from the normal
/// distribution and the incomplete gamma function.</para>
/// <para>From IEEE operations alone, like <see cref="Elementary"/>: the same digits on every machine. Relative error of h below 1e-10 where
/// u is within -40..10 and the shape within its range (tested).</para>
/// </remarks>
public sealed record WaitDistribution
{
    /// <summary>Smallest shape of any family.</summary>
    public const double LeastShape = 0.1;

    /// <summary>Largest shape of any family.</summary>
    public const double LargestShape = 10.0;

    private static readonly double[] GaussNodes = [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526];
    private static readonly double[] GaussWeights = [0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538];

    private readonly IncompleteGamma? gamma;
    private readonly double offset;

    /// <summary>Makes the distribution.</summary>
    /// <param name="family">Family.</param>
    /// <param name="shape">k of Weibull and gamma, s of lognormal waits, 0.1..10; 1 for exponential ones.</param>
    /// <exception cref="InputException">The shape is out of range.</exception>
    public WaitDistribution(WaitFamily family, double shape)
    {
        bool isPossible = family == WaitFamily.Exponential ? shape == 1.0 : shape is >= LeastShape and <= LargestShape;
        if (!isPossible)
        {
            throw new InputException(family == WaitFamily.Exponential
                ? $"Exponential waits have no shape and {shape:G6} is given: leave it out."
                : $"A shape of {shape:G6} cannot be used: give a number from {LeastShape} to {LargestShape}.");
        }

        Family = family;
        Shape = shape;
        gamma = family == WaitFamily.Gamma ? new IncompleteGamma(shape) : null;
        offset = family switch
        {
            // The 1 - 1/e point: of the normal law, and of the gamma law in ln x.
            WaitFamily.Lognormal => NormalTail.AtOne,
            WaitFamily.Gamma => gamma!.LnAt(0.0),
            _ => 0.0,
        };
    }

    /// <summary>Exponential waits.</summary>
    public static WaitDistribution Exponential { get; } = new(WaitFamily.Exponential, 1.0);

    /// <summary>Family.</summary>
    public WaitFamily Family { get; }

    /// <summary>Shape; 1 for exponential waits.</summary>
    public double Shape { get; }

    /// <summary>Whether the waits are exponential.</summary>
    public bool IsExponential => Family == WaitFamily.Exponential;

    /// <summary>ln of the hazard h = -ln(1 - P) after a time t.</summary>
    /// <param name="reach">u = ln(t / tau).</param>
    public double LnHazard(double reach) => Family switch
    {
        WaitFamily.Exponential => reach,
        WaitFamily.Weibull => Shape * reach,
        WaitFamily.Lognormal => NormalTail.LnHazard((reach / Shape) + offset),
        _ => gamma!.LnHazard(reach + offset),
    };

    /// <summary>Slope of ln h over u; 1 for exponential waits.</summary>
    /// <param name="reach">u = ln(t / tau).</param>
    public double Slope(double reach) => Family switch
    {
        WaitFamily.Exponential => 1.0,
        WaitFamily.Weibull => Shape,
        WaitFamily.Lognormal => NormalTail.Slope((reach / Shape) + offset) / Shape,
        _ => gamma!.Slope(reach + offset),
    };

    /// <summary>u = ln(t / tau) at which the hazard has a value.</summary>
    /// <param name="lnHazard">ln h.</param>
    public double Reach(double lnHazard) => Family switch
    {
        WaitFamily.Exponential => lnHazard,
        WaitFamily.Weibull => lnHazard / Shape,
        WaitFamily.Lognormal => Shape * (NormalTail.Inverse(lnHazard) - offset),
        _ => gamma!.LnAt(lnHazard) - offset,
    };

    /// <summary>
    /// Mean of P over a pulse, (1 / T) int P(t) dt: by Gauss's rule of four points in 24 panels, each half as long as the one behind it.
    /// </summary>
    /// <param name="reach">u = ln(T / tau) of the whole pulse.</param>
    internal double MeanShare(double reach)
    {
        const int Panels = 24;
        double sum = 0.0;
        double width = 0.5;
        for (int panel = 0; panel < Panels; panel++)
        {
            for (int i = 0; i < GaussNodes.Length; i++)
            {
                double place = width * (1.5 + (0.5 * GaussNodes[i]));
                double hazard = Elementary.Exp(LnHazard(reach + Elementary.Log(place)));
                sum -= 0.5 * width * GaussWeights[i] * Elementary.ExpMinusOne(-hazard);
            }

            width *= 0.5;
        }

        return sum;
    }

    /// <summary>ln of the density of the waits over ln t: ln(h e^-h d ln h / d u).</summary>
    /// <param name="reach">u = ln(t / tau).</param>
    internal double LnDensity(double reach)
    {
        double exponent = Shape * reach;
        return Family switch
        {
            // phi(z) / s, x^k e^-x / Gamma(k), and h e^-h k, of exponential waits with k = 1.
            WaitFamily.Lognormal => NormalTail.LnDensity((reach / Shape) + offset) - Elementary.Log(Shape),
            WaitFamily.Gamma => gamma!.LnDensity(reach + offset),
            _ => exponent - Elementary.Exp(exponent) + Elementary.Log(Shape),
        };
    }

    /// <summary>Equal in family and shape.</summary>
    public bool Equals(WaitDistribution? other) => other is not null && Family == other.Family && Shape.Equals(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Family, Shape);
}
