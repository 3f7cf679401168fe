using System;
using System.Collections.Generic;

namespace ScEdge.Silicon.Spice;

/// <summary>A component of cost libraries that a deck prices.</summary>
/// <param name="Name">Component.</param>
/// <param name="Energies">Results between whose least and largest value its energy lies; fJ.</param>
/// <param name="Leakages">Results between which its leakage lies; nW.</param>
/// <param name="Subcircuit">Subcircuit whose layout is its area; null for none.</param>
/// <param name="Scale">Subcircuits that make one component.</param>
public sealed record SpiceComponent(
    string Name, IReadOnlyList<string> Energies, IReadOnlyList<string> Leakages, string? Subcircuit, double Scale)
{
    /// <summary>Reads the words behind "component"; null where they are none.</summary>
    internal static SpiceComponent? Read(string[] words)
    {
        SpiceComponent component = new(words.Length > 0 ? words[0] : "", [], [], null, 1);
        foreach (string word in words.AsSpan(1))
        {
            string[] sides = word.Split('=');
            if (sides.Length != 2)
            {
                return null;
            }

            SpiceComponent? with = sides[0] switch
            {
                "energy" => component with { Energies = sides[1].Split(',') },
                "leakage" => component with { Leakages = sides[1].Split(',') },
                "area" => component with { Subcircuit = sides[1] },
                "scale" when SpiceNumber.Parse(sides[1]) is { } scale => component with { Scale = scale },
                _ => null,
            };
            if (with is null)
            {
                return null;
            }

            component = with;
        }

        return component;
    }
}
