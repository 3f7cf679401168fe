using System;
using System.Globalization;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Silicon.Liberty;

/// <summary>What the figures of a library must be multiplied by to be ns, fF and nW.</summary>
/// <param name="Nanoseconds">ns in a unit of time.</param>
/// <param name="Femtofarads">fF in a unit of capacitance.</param>
/// <param name="Nanowatts">nW in a unit of leakage.</param>
/// <param name="Femtojoules">fJ in a unit of internal energy: unit of capacitance times that of voltage squared.</param>
/// <param name="Volts">Supply; V.</param>
internal sealed record LibertyUnits(double Nanoseconds, double Femtofarads, double Nanowatts, double Femtojoules, double Volts)
{
    private const string Prefixes = "fpnum";

    /// <summary>Reads the units of a library.</summary>
    public static LibertyUnits Of(LibertyGroup library)
    {
        double volt = Unit(library, "voltage_unit", 'v', "1V");
        double femtofarads = Capacitance(library);
        return new LibertyUnits(
            Unit(library, "time_unit", 's', "1ns") * 1e9,
            femtofarads,
            Unit(library, "leakage_power_unit", 'w', "1nW") * 1e9,
            femtofarads * volt * volt,
            (library.Number("nom_voltage") ?? throw library.Error("nom_voltage is missing")) * volt);
    }

    private static double Capacitance(LibertyGroup library)
    {
        string[] words = (library.Text("capacitive_load_unit") ?? throw library.Error("capacitive_load_unit is missing")).Split(' ');
        return words.Length == 2 && double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value * Scale(words[1].ToLowerInvariant(), 'f', out bool known) * (known ? 1e15 : throw Bad(library, "capacitive_load_unit"))
            : throw Bad(library, "capacitive_load_unit");
    }

    private static double Unit(LibertyGroup library, string attribute, char unit, string usual)
    {
        string text = library.Text(attribute) ?? usual;
        string digits = new([.. text.TakeWhile(static mark => char.IsAsciiDigit(mark) || mark == '.')]);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value * Scale(text[digits.Length..].Trim().ToLowerInvariant(), unit, out bool known) * (known ? 1 : throw Bad(library, attribute))
            : throw Bad(library, attribute);
    }

    private static double Scale(string text, char unit, out bool known)
    {
        known = text.Length is 1 or 2 && text[^1] == unit && (text.Length == 1 || Prefixes.Contains(text[0], StringComparison.Ordinal));
        return text.Length == 2 ? text[0] switch { 'f' => 1e-15, 'p' => 1e-12, 'n' => 1e-9, 'u' => 1e-6, _ => 1e-3 } : 1;
    }

    private static InputException Bad(LibertyGroup library, string attribute) =>
        library.Error($"{attribute} is \"{library.Text(attribute)}\", which is no unit of it", attribute);
}
