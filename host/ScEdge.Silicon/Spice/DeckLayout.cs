using System;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Input;

namespace ScEdge.Silicon.Spice;

/// <summary>What a subcircuit would take on a chip, by a rule of thumb.</summary>
/// <remarks>
/// A transistor takes (L + 0.14 um)(W + 0.25 um): the contacts of its ends and half of the distance to the other kind, by which the NAND of NanGate's
/// library has three quarters of its area. Least: 4/3 of that, as dense as this library; most: three times as much again, for wells of their own,
/// matching and thick oxide (assumption). Capacitors have 2 to 5 fF/um2 (assumption); those whose value is an expression are parasitic.
/// </remarks>
/// <param name="TransistorSquareMicrometres">Sum over the transistors; um2.</param>
/// <param name="Farads">Sum of the capacitors; F.</param>
public sealed record DeckLayout(double TransistorSquareMicrometres, double Farads)
{
    private const double Dense = 4.0 / 3;
    private const double Spread = 3;
    private const double MostPerArea = 5e-15;
    private const double LeastPerArea = 2e-15;

    private static readonly Regex Transistor = new(@"^m\S*( \S+){5} w=(?<w>\S+) l=(?<l>\S+)", RegexOptions.IgnoreCase);
    private static readonly Regex Capacitor = new(@"^c\S* \S+ \S+ \{?(?<value>[\w.]+)\}?$", RegexOptions.IgnoreCase);

    /// <summary>Gets the least area; um2.</summary>
    public double LeastSquareMicrometres => (Dense * TransistorSquareMicrometres) + (Farads / MostPerArea);

    /// <summary>Gets the largest area; um2.</summary>
    public double MostSquareMicrometres => (Spread * Dense * TransistorSquareMicrometres) + (Farads / LeastPerArea);

    internal static DeckLayout Of(SpiceDeck deck, string text, string subcircuit)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries);
        int start = Array.FindIndex(lines, line => line.StartsWith($".subckt {subcircuit} ", StringComparison.OrdinalIgnoreCase));
        if (start < 0)
        {
            throw new InputException($"The deck {deck.Name} has no subcircuit {subcircuit} whose area could be taken.");
        }

        DeckLayout sum = new(0, 0);
        foreach (string line in lines.Skip(start + 1).TakeWhile(static line => !line.StartsWith(".ends", StringComparison.OrdinalIgnoreCase)))
        {
            sum = sum.Plus(Device(deck, text, line));
        }

        return sum;
    }

    private static DeckLayout Device(SpiceDeck deck, string text, string line)
    {
        if (line.StartsWith("x", StringComparison.OrdinalIgnoreCase))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return Of(deck, text, words.Last(static word => !word.Contains('=', StringComparison.Ordinal)));
        }

        if (Transistor.Match(line) is { Success: true } transistor)
        {
            double Micrometres(string name) => 1e6 * (SpiceNumber.Parse(transistor.Groups[name].Value)
                ?? throw new InputException($"The deck {deck.Name} has a transistor whose {name} is no number: {line}"));
            return new DeckLayout((Micrometres("l") + 0.14) * (Micrometres("w") + 0.25), 0);
        }

        return Capacitor.Match(line) is { Success: true } capacitor
            ? new DeckLayout(0, SpiceNumber.Parse(capacitor.Groups["value"].Value) ?? deck.Parameter(capacitor.Groups["value"].Value) ?? 0)
            : new DeckLayout(0, 0);
    }

    private DeckLayout Plus(DeckLayout other) =>
        new(TransistorSquareMicrometres + other.TransistorSquareMicrometres, Farads + other.Farads);
}
