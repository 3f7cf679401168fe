using System;

namespace ScEdge.Cbram.Laws;

/// <summary>Where a strictly rising function has a value: Newton's steps within a bracket that they narrow.</summary>
internal static class Root
{
    private const int MostSteps = 200;

    /// <summary>Returns the argument.</summary>
    /// <param name="function">The function.</param>
    /// <param name="slope">Its slope, positive.</param>
    /// <param name="value">The value, which the function has within -1e6..1e6.</param>
    /// <param name="start">Where to begin.</param>
    public static double Of(Func<double, double> function, Func<double, double> slope, double value, double start)
    {
        double low = -1e6;
        double high = 1e6;
        double x = start;
        for (int i = 0; i < MostSteps; i++)
        {
            double error = function(x) - value;
            if (error > 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            double next = x - (error / slope(x));
            if (!(next > low && next < high))
            {
                // Outside, or no number: halve the bracket, in steps that double while one end is not known yet.
                next = low == -1e6 ? x - 1 - Math.Abs(x - start) : high == 1e6 ? x + 1 + Math.Abs(x - start) : 0.5 * (low + high);
            }

            if (Math.Abs(next - x) <= 1e-14 * Math.Max(1.0, Math.Abs(x)))
            {
                return next;
            }

            x = next;
        }

        return x;
    }
}
