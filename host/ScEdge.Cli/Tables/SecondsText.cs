using System;
using System.Globalization;

namespace ScEdge.Cli.Tables;

/// <summary>
/// A time with the unit that suits it.
/// </summary>
internal static class SecondsText
{
    /// <summary>Returns the time to three significant digits.</summary>
    public static string Of(double seconds)
    {
        (double scale, string unit) = Math.Abs(seconds) switch
        {
            >= 0.9995 => (1.0, "s"),
            >= 0.9995e-3 => (1e3, "ms"),
            >= 0.9995e-6 => (1e6, "us"),
            _ => (1e9, "ns"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{seconds * scale:G3} {unit}");
    }
}
