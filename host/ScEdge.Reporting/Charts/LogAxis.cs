using System;
using System.Collections.Generic;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>A logarithmic axis that begins and ends at 1, 2 or 5 times a power of ten.</summary>
internal sealed class LogAxis : Axis
{
    private LogAxis(string title, double low, double high, IReadOnlyList<Tick> ticks)
        : base(title, low, high, ticks)
    {
    }

    /// <summary>An axis that holds all values between two positive ones.</summary>
    public static LogAxis Covering(string title, double low, double high, int mostTicks = 6)
    {
        if (!(low > 0) || !double.IsFinite(high) || high < low)
        {
            (low, high) = (1, 10);
        }

        var round = new List<(double Value, int Exponent, bool Decade)>();
        int last = (int)Math.Ceiling(Math.Log10(high)) + 1;
        for (int exponent = (int)Math.Floor(Math.Log10(low)) - 1; exponent <= last; exponent++)
        {
            foreach (int digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                round.Add((digit * Math.Pow(10, exponent), exponent, digit == 1));
            }
        }

        int start = round.FindLastIndex(candidate => candidate.Value <= low * (1 + 1e-9));
        int end = round.FindIndex(candidate => candidate.Value >= high * (1 - 1e-9));
        end = Math.Max(end, start + 1);
        return new LogAxis(title, round[start].Value, round[end].Value, TicksOf(round.GetRange(start, end - start + 1), mostTicks));
    }

    /// <inheritdoc/>
    public override double Fraction(double value) => Math.Log10(value / Low) / Math.Log10(High / Low);

    // Few round values are all named; many are thinned to powers of ten, then to every second, third... of these.
    private static List<Tick> TicksOf(List<(double Value, int Exponent, bool Decade)> round, int mostTicks)
    {
        List<(double Value, int Exponent, bool Decade)> decades = round.FindAll(candidate => candidate.Decade);
        bool all = round.Count <= mostTicks || decades.Count < 2;
        int every = all ? 1 : (decades.Count + mostTicks - 1) / mostTicks;
        bool plain = round[0].Exponent >= -3 && round[^1].Exponent <= 4;
        var ticks = new List<Tick>();
        foreach ((double value, int exponent, _) in all ? round : decades)
        {
            if (all || (exponent - decades[0].Exponent) % every == 0)
            {
                ticks.Add(new Tick(value, Label(value, exponent, plain)));
            }
        }

        return ticks;
    }

    private static string Label(double value, int exponent, bool plain)
    {
        if (plain)
        {
            return NumberText.Fixed(value, Math.Max(0, -exponent));
        }

        int digit = (int)Math.Round(value / Math.Pow(10, exponent));
        return (digit == 1 ? "" : NumberText.Whole(digit) + "·") + NumberText.PowerOfTen(exponent);
    }
}
