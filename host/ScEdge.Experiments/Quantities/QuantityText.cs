using System;
using System.Globalization;
using ScEdge.Costing.Quantities;

namespace ScEdge.Experiments.Quantities;

/// <summary>
/// Energies, powers, times, areas and frequencies as text, three digits and the unit that suits them.
/// </summary>
public static class QuantityText
{
    private static readonly string[] Prefixes = ["a", "f", "p", "n", "u", "m", ""];

    // Beyond these a row of digits says less than a power of ten.
    private const double LargestInDigits = 1e15;
    private const double SmallestInDigits = 1e-9;

    /// <summary>What stands where a library has no such unit.</summary>
    public const string Missing = "missing";

    /// <summary>Returns a figure with its span, as for example <c>115 pJ (28.3 pJ to 42.4 nJ)</c>.</summary>
    /// <param name="span">Figure; in the unit of <paramref name="text"/>.</param>
    /// <param name="text">Writes one value with its unit.</param>
    public static string WithSpan(Span span, Func<double, string> text)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(text);
        return $"{text(span.Nominal)} ({text(span.Low)} to {text(span.High)})";
    }

    /// <summary>Returns attojoules as for example <c>4.61 pJ</c>.</summary>
    public static string Energy(double? attojoules) => attojoules is { } value ? Prefixed(value * 1e-18, "J") : Missing;

    /// <summary>Returns an exact energy as text.</summary>
    public static string Energy(Int128 attojoules) => Prefixed(Attojoules.ToJoules(attojoules), "J");

    /// <summary>Returns watts as for example <c>167 uW</c>.</summary>
    public static string Power(double watts) => Prefixed(watts, "W");

    /// <summary>Returns a frequency as for example <c>400 MHz</c>.</summary>
    public static string Frequency(double hertz) => hertz switch
    {
        >= 1e9 => $"{hertz * 1e-9:G4} GHz",
        >= 1e6 => $"{hertz * 1e-6:G4} MHz",
        >= 1e3 => $"{hertz * 1e-3:G4} kHz",
        _ => $"{hertz:G4} Hz",
    };

    /// <summary>Returns an area in um2, or in mm2 from 0.01 mm2.</summary>
    public static string Area(double? squareMicrometres) => squareMicrometres switch
    {
        null => Missing,
        >= 1e4 => $"{Digits(squareMicrometres.Value * 1e-6)} mm2",
        _ => $"{Digits(squareMicrometres.Value)} um2",
    };

    /// <summary>Returns three significant digits, or all before the point, without an exponent: 0.0000123, 12.3, 5,986,991.</summary>
    public static string Digits(double value) => Math.Abs(value) switch
    {
        >= 99.95 and < LargestInDigits => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 1e-4 and < 99.95 or 0 => value.ToString("G3", CultureInfo.InvariantCulture),
        > SmallestInDigits and < 1e-4 => ((decimal)double.Parse(
            value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("G3", CultureInfo.InvariantCulture),
    };

    /// <summary>Returns seconds as for example <c>5.21 us</c>.</summary>
    public static string Seconds(double seconds)
    {
        (double scale, string unit) = Math.Abs(seconds) switch
        {
            >= 0.9995 => (1.0, "s"),
            >= 0.9995e-3 => (1e3, "ms"),
            >= 0.9995e-6 => (1e6, "us"),
            _ => (1e9, "ns"),
        };
        return $"{Digits(seconds * scale)} {unit}";
    }

    private static string Prefixed(double value, string unit)
    {
        if (value == 0)
        {
            return $"0 {unit}";
        }

        double scaled = value * 1e18;
        int prefix = 0;
        while (scaled >= 999.5 && prefix < Prefixes.Length - 1)
        {
            scaled /= 1000;
            prefix++;
        }

        return $"{Digits(scaled)} {Prefixes[prefix]}{unit}";
    }
}
