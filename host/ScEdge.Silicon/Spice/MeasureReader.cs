using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ScEdge.Silicon.Spice;

/// <summary>Reads what ngspice prints of its measurements: lines "name = value", with "at=", "targ=" or "from=" behind some of them.</summary>
/// <remarks>A measurement that failed is printed as "name = failed" or not at all; it is not in what is returned. ngspice writes names
/// in small letters; case does not matter.</remarks>
public static partial class MeasureReader
{
    /// <summary>Returns the measurements by name.</summary>
    /// <param name="output">What ngspice printed on standard output.</param>
    public static IReadOnlyDictionary<string, double> Read(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Dictionary<string, double> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (Match line in Line().Matches(output))
        {
            if (double.TryParse(line.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            {
                found[line.Groups[1].Value] = value;
            }
        }

        return found;
    }

    [GeneratedRegex(@"^([A-Za-z_]\w*)\s*=\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
