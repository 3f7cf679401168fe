using System;

namespace ScEdge.Statistics;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
/// <remarks>
/// For whole degrees of freedom v the distribution function is a finite sum. With theta = atan(t / sqrt(v)),
/// A(t) = P(|T| &lt; t) is, for even v, sin(theta) (1 + 1/2 cos^2 + (1*3)/(2*4) cos^4 + ...) up to cos^(v-2), and for odd v,
/// 2/pi (theta + sin(theta) (cos + 2/3 cos^3 + (2*4)/(3*5) cos^5 + ...)) up to cos^(v-2).
/// Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, equations 26.7.3 and 26.7.4.
/// </remarks>
public static class StudentT
{
    /// <summary>Degrees of freedom beyond which the value at this number is used; it differs from the limit by less than 3e-4 of t.</summary>
    public const int LargestDegrees = 10_000;

    /// <summary>Probability that |T| stays below a value.</summary>
    /// <param name="t">Value, at least 0.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <returns>Two-sided probability, 0 to 1; absolute error about 1e-13.</returns>
    public static double TwoSidedProbability(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        int v = Math.Min(degrees, LargestDegrees);
        double hypotenuse = Math.Sqrt(v + t * t);
        double sine = t / hypotenuse;
        double cosineSquared = v / (hypotenuse * hypotenuse);
        bool odd = v % 2 == 1;
        double term = odd ? Math.Sqrt(cosineSquared) : 1;
        double sum = 0;
        for (int power = odd ? 1 : 0; power <= v - 2; power += 2)
        {
            sum += term;
            term *= cosineSquared * (power + 1) / (power + 2);
        }

        return odd ? 2 / Math.PI * (Math.Atan(t / Math.Sqrt(v)) + sine * sum) : sine * sum;
    }

    /// <summary>Probability that T lies above a value.</summary>
    /// <param name="t">Value, of either sign.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <returns>One-sided probability, 0 to 1; absolute error about 1e-13.</returns>
    public static double UpperProbability(double t, int degrees)
    {
        double outside = 1 - TwoSidedProbability(Math.Abs(t), degrees);
        return t >= 0 ? outside / 2 : 1 - (outside / 2);
    }

    /// <summary>Half width of a two-sided interval in standard errors.</summary>
    /// <param name="confidence">Probability inside the interval, above 0 and below 1; 0.95 for the usual interval.</param>
    /// <param name="degrees">Degrees of freedom, at least 1: one less than the sample's size.</param>
    /// <returns>t with P(|T| &lt; t) = <paramref name="confidence"/>, found by bisection to the last bits of a double.</returns>
    public static double TwoSidedQuantile(double confidence, int degrees)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        }

        double low = 0;
        double high = 1;
        while (TwoSidedProbability(high, degrees) < confidence && high < 1e15)
        {
            high *= 2;
        }

        for (int halving = 0; halving < 80; halving++)
        {
            double middle = low + (high - low) / 2;
            if (TwoSidedProbability(middle, degrees) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
