using System;
using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>An axis with equal steps of 1, 2 or 5 times a power of ten.</summary>
internal sealed class LinearAxis : Axis
{
    private LinearAxis(string title, double low, double high, IReadOnlyList<Tick> ticks)
        : base(title, low, high, ticks)
    {
    }

    /// <summary>An axis that begins and ends at a tick and holds all values between two.</summary>
    public static LinearAxis Covering(string title, double low, double high, int mostSteps = 5)
    {
        (low, high) = Widen(low, high);
        double step = Step(low, high, mostSteps);
        double first = Math.Floor(low / step + 1e-9);
        double last = Math.Ceiling(high / step - 1e-9);
        return new LinearAxis(title, Round(first, step), Round(last, step), TicksOf(first, last, step));
    }

    /// <summary>An axis that ends exactly where the data ends, with ticks inside.</summary>
    public static LinearAxis Within(string title, double low, double high, int mostSteps = 5)
    {
        (low, high) = Widen(low, high);
        double step = Step(low, high, mostSteps);
        return new LinearAxis(title, low, high, TicksOf(Math.Ceiling(low / step - 1e-9), Math.Floor(high / step + 1e-9), step));
    }

    /// <inheritdoc/>
    public override double Fraction(double value) => (value - Low) / (High - Low);

    private static List<Tick> TicksOf(double first, double last, double step)
    {
        double largest = Math.Max(Math.Abs(first), Math.Abs(last)) * step;
        var ticks = new List<Tick>();
        for (int index = 0; index <= last - first; index++)
        {
            double value = Round(first + index, step);
            ticks.Add(new Tick(value, Label(value, largest, step)));
        }

        return ticks;
    }

    // Numbers that would be long share the power of ten of the largest.
    private static string Label(double value, double largest, double step)
    {
        int decimals = Decimals(step);
        if (largest < 1e6 && decimals <= 4)
        {
            return NumberText.Fixed(value, decimals);
        }

        int exponent = (int)Math.Floor(Math.Log10(largest) + 1e-9);
        int digits = Math.Max(0, exponent - (int)Math.Floor(Math.Log10(step) + 1e-9));
        return value == 0 ? "0" : NumberText.Fixed(value / Math.Pow(10, exponent), digits) + "·" + NumberText.PowerOfTen(exponent);
    }

    // A single value, or a span that doubles can hardly resolve, gets room on both sides.
    private static (double Low, double High) Widen(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            return (0, 1);
        }

        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (size < 1e-250)
        {
            return (0, 1);
        }

        return high - low > 1e-9 * size ? (low, high) : (low - 0.01 * size, high + 0.01 * size);
    }

    private static double Step(double low, double high, int mostSteps)
    {
        double rough = (high - low) / mostSteps;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double leading = rough / power;
        return power * (leading <= 1.0000001 ? 1 : leading <= 2.0000001 ? 2 : leading <= 5.0000001 ? 5 : 10);
    }

    private static int Decimals(double step) => Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));

    // 3 x 0.1 is not 0.3 in binary.
    private static double Round(double index, double step)
    {
        int decimals = Decimals(step);
        return decimals <= 15 ? Math.Round(index * step, decimals) : index * step;
    }
}
