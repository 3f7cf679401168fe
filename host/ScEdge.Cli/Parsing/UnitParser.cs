using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// Reads a quantity with its unit, such as 1us or 400MHz; a number without a unit is refused.
/// </summary>
internal static class UnitParser
{
    private static readonly (string Unit, double Factor)[] TimeUnits = [("ns", 1e9), ("us", 1e6), ("ms", 1e3), ("s", 1)];
    private static readonly (string Unit, double Factor)[] FrequencyUnits = [("GHz", 1e-9), ("MHz", 1e-6), ("kHz", 1e-3), ("Hz", 1)];
    private static readonly (string Unit, double Factor)[] AreaUnits = [("mm2", 1e-6), ("um2", 1)];
    private static readonly (string Unit, double Factor)[] PowerUnits = [("nW", 1e9), ("uW", 1e6), ("mW", 1e3), ("W", 1)];
    private static readonly (string Unit, double Factor)[] CurrentUnits = [("pA", 1e12), ("nA", 1e9), ("uA", 1e6), ("mA", 1e3), ("A", 1)];

    /// <summary>Reads a time; s.</summary>
    public static double Seconds(string name, string text) => Read(name, text, TimeUnits);

    /// <summary>Reads a frequency; Hz.</summary>
    public static double Hertz(string name, string text) => Read(name, text, FrequencyUnits);

    /// <summary>Reads an area; um2.</summary>
    public static double SquareMicrometres(string name, string text) => Read(name, text, AreaUnits);

    /// <summary>Reads a power; W.</summary>
    public static double Watts(string name, string text) => Read(name, text, PowerUnits);

    /// <summary>Reads a current; A.</summary>
    public static double Amperes(string name, string text) => Read(name, text, CurrentUnits);

    private static double Read(string name, string text, IReadOnlyList<(string Unit, double Factor)> units)
    {
        // As they are printed elsewhere: micro sign and Greek letter, raised two.
        string plain = text.Replace('\u00B5', 'u').Replace('\u03BC', 'u').Replace('\u00B2', '2');
        string known = string.Join(", ", units.Select(one => one.Unit));
        foreach ((string unit, double factor) in units)
        {
            // Divided by a power of ten rather than multiplied by its inverse, which would not be exact.
            if (plain.EndsWith(unit, System.StringComparison.Ordinal)
                && double.TryParse(plain[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return double.IsFinite(value) && value > 0
                    ? factor >= 1 ? value / factor : value * System.Math.Round(1 / factor)
                    : throw new InputException($"{name} cannot take \"{text}\": give a value greater than zero.");
            }
        }

        throw new InputException($"{name} cannot take \"{text}\": give a number with one of the units {known}.");
    }
}
