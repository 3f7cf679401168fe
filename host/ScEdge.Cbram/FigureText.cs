using System;
using System.Globalization;

namespace ScEdge.Cbram;

/// <summary>Figures of devices as text: the prefix that suits the unit, no power of ten where digits do.</summary>
internal static class FigureText
{
    // From here on a row of digits says less than a power of ten.
    private const double Largest = 1e9;

    /// <summary>Returns a value with its unit, to six significant digits.</summary>
    public static string Of(double value, string unit)
    {
        (double scale, string prefix) = unit switch
        {
            "s" => Math.Abs(value) switch
            {
                >= 1 or 0 => (1, ""),
                >= 0.9999995e-3 => (1e3, "m"),
                >= 0.9999995e-6 => (1e6, "u"),
                >= 0.9999995e-9 => (1e9, "n"),
                _ => (1, ""),
            },
            "ohm" => Math.Abs(value) switch
            {
                >= 1e9 => (1e-9, "G"),
                >= 1e6 => (1e-6, "M"),
                >= 1e3 => (1e-3, "k"),
                _ => (1.0, ""),
            },
            _ => (1.0, ""),
        };
        return $"{Digits(value * scale)} {prefix}{unit}".TrimEnd();
    }

    private static string Digits(double value) => Math.Abs(value) is >= 1000 and < Largest
        ? value.ToString("#,0.######", CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);
}
