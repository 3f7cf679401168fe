using System;

namespace ScEdge.Cbram.Fitting;

/// <summary>Where a function with one maximum has it (J. Kiefer, "Sequential minimax search for a maximum", 1953).</summary>
internal static class GoldenSection
{
    private const double Share = 0.6180339887498949;

    /// <summary>Returns the argument of the maximum between two ends, to a precision.</summary>
    public static double Maximum(Func<double, double> function, double low, double high, double precision)
    {
        double left = high - (Share * (high - low));
        double right = low + (Share * (high - low));
        double atLeft = function(left);
        double atRight = function(right);
        while (high - low > precision)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Share * (high - low));
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Share * (high - low));
                atRight = function(right);
            }
        }

        return 0.5 * (low + high);
    }
}
