using System;
using System.Globalization;
using System.Text;

namespace ScEdge.Reporting.Markup;

/// <summary>Numbers as people read them, the same on every machine.</summary>
internal static class NumberText
{
    private const string Missing = "–";
    private const char Minus = '-';

    /// <summary>A length or position in a drawing, to a hundredth of a unit.</summary>
    public static string Coordinate(double value)
    {
        double rounded = Math.Round(value, 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>A number with fixed decimals, grouped thousands and a sign where there is one; never a negative zero.</summary>
    public static string Fixed(double value, int decimals, bool signed = false)
    {
        if (!double.IsFinite(value))
        {
            return Missing;
        }

        string digits = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        bool zero = digits.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return zero ? digits : value < 0 ? Minus + digits : signed ? "+" + digits : digits;
    }

    /// <summary>A whole number with grouped thousands.</summary>
    public static string Whole(long value) => Fixed(value, 0);

    /// <summary>A share from 0 to 1 as per cent, without the sign.</summary>
    public static string Percent(double share, int decimals = 2) => Fixed(100 * share, decimals);

    /// <summary>A large count in words, for example <c>1.23 billion</c>; up to a million it is exact.</summary>
    public static string Compact(long value) => value switch
    {
        < 1_000_000 => Whole(value),
        < 999_500_000 => Scaled(value, 1e6) + " million",
        < 999_500_000_000 => Scaled(value, 1e9) + " billion",
        _ => Scaled(value, 1e12) + " trillion",
    };

    /// <summary>A number of any size with three significant digits, as a decimal or with a power of ten.</summary>
    public static string Significant(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsFinite(value) ? "0" : Missing;
        }

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (Math.Abs(value / Math.Pow(10, exponent)) >= 9.995)
        {
            exponent++;
        }

        return exponent is >= -3 and < 6
            ? Fixed(value, Math.Max(0, 2 - exponent))
            : Fixed(value / Math.Pow(10, exponent), 2) + "\u00A0×\u00A0" + PowerOfTen(exponent);
    }

    /// <summary>A number as a pointer reads it off a chart: five significant digits, three at most behind the point, or a power of ten.</summary>
    public static string Precise(double value) => Math.Abs(value) is >= 1e-3 and < 1e6
        ? value.ToString(Math.Abs(value) < 1 ? "0.####" : Math.Abs(value) < 100 ? "#,0.###" : "#,0.##", CultureInfo.InvariantCulture)
        : Significant(value);

    /// <summary>A power of ten with a raised exponent.</summary>
    public static string PowerOfTen(int exponent)
    {
        var text = new StringBuilder("10");
        foreach (char digit in exponent.ToString(CultureInfo.InvariantCulture))
        {
            text.Append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']);
        }

        return text.ToString();
    }

    /// <summary>A short time with the unit that suits it: s, ms, us, ns or ps.</summary>
    public static string Duration(double seconds)
    {
        (double scale, string unit) = Math.Abs(seconds) switch
        {
            >= 0.9995 => (1.0, "s"),
            >= 0.9995e-3 => (1e3, "ms"),
            >= 0.9995e-6 => (1e6, "us"),
            >= 0.9995e-9 => (1e9, "ns"),
            _ => (1e12, "ps"),
        };
        return (seconds * scale).ToString("0.###", CultureInfo.InvariantCulture) + " " + unit;
    }

    /// <summary>A training time: seconds below two minutes, then minutes and seconds, then hours and minutes.</summary>
    public static string Elapsed(double seconds)
    {
        if (seconds < 119.95)
        {
            return Fixed(seconds, 1) + " s";
        }

        long whole = (long)Math.Round(seconds);
        return whole < 7200
            ? Whole(whole / 60) + " min " + Whole(whole % 60) + " s"
            : Whole(whole / 3600) + " h " + Whole(whole % 3600 / 60) + " min";
    }

    private static string Scaled(long value, double unit)
    {
        double scaled = value / unit;
        return Fixed(scaled, scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0);
    }
}
