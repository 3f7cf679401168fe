using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Silicon.Spice;

/// <summary>Model cards of transistors in a folder of the user's, one file to a model: NMOS_VTH.inc in a folder of its process, models_nom.</summary>
/// <remarks>
/// FreePDK45's are so named. The product brings none. Core transistors become core_n and core_p, those of thick oxide (THKOX) thick_n and thick_p.
/// Impact ionisation and gate tunnelling of the thick ones are switched off: as the cards stand they are those of thin oxide, milliamperes and
/// microamperes per micrometre at 3.3 V.
/// </remarks>
/// <param name="folder">The folder; files are searched for in all below it.</param>
public sealed partial class ModelCards(string folder)
{
    private const string Thick = "THKOX";

    /// <summary>Returns what a deck includes as its corner.</summary>
    /// <exception cref="InputException">A card is missing; the sentence names it.</exception>
    public string Corner(SpiceCorner corner)
    {
        ArgumentNullException.ThrowIfNull(corner);
        StringBuilder text = new();
        foreach (string kind in new[] { "n", "p" })
        {
            text.Append(Card(kind, corner.Threshold, corner.Process, "core_" + kind)).Append('\n');
            text.Append(Unphysical().Replace(Card(kind, Thick, corner.Process, "thick_" + kind), "$1 = 0")).Append('\n');
        }

        return text.Append(FormattableString.Invariant($".param vdd={corner.Volts}\n.options temp={corner.Celsius}\n")).ToString();
    }

    /// <summary>Refuses to begin where a card of some corners is missing.</summary>
    /// <exception cref="InputException">One is; the sentence names it.</exception>
    public void Require(IEnumerable<SpiceCorner> corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        foreach (SpiceCorner corner in corners)
        {
            Corner(corner);
        }
    }

    private string Card(string kind, string family, string process, string name)
    {
        string model = $"{kind.ToUpperInvariant()}MOS_{family}";
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, model + ".inc", SearchOption.AllDirectories) : [];
        string? file = files.FirstOrDefault(one => Path.GetFileName(Path.GetDirectoryName(one)) == "models_" + process);
        return file is null
            ? throw new InputException($"'{folder}' has no model card models_{process}/{model}.inc: give the folder of FreePDK45's cards.")
            {
                Setting = "models",
            }
            : Regex.Replace(TextFile.Read(file), $@"(?<=^\s*\.model\s+){model}\b", name, RegexOptions.Multiline | RegexOptions.IgnoreCase);
    }

    [GeneratedRegex(@"(alpha[01]|ig[cb]mod)\s*=\s*\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Unphysical();
}
