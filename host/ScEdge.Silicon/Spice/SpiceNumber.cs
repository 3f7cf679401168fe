using System.Globalization;

namespace ScEdge.Silicon.Spice;

/// <summary>Numbers with the letters of SPICE behind them: f, p, n, u, m, k, meg, g, whatever stands after these.</summary>
internal static class SpiceNumber
{
    private static readonly (string Letters, double Scale)[] Scales =
        [("meg", 1e6), ("f", 1e-15), ("p", 1e-12), ("n", 1e-9), ("u", 1e-6), ("m", 1e-3), ("k", 1e3), ("g", 1e9)];

    /// <summary>Returns a number, or null where the text is none.</summary>
    public static double? Parse(string text)
    {
        string lower = text.ToLowerInvariant();
        if (double.TryParse(lower, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain))
        {
            return plain;
        }

        foreach ((string letters, double scale) in Scales)
        {
            int end = lower.IndexOf(letters, System.StringComparison.Ordinal);
            if (end > 0 && double.TryParse(lower[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                return number * scale;
            }
        }

        return null;
    }
}
