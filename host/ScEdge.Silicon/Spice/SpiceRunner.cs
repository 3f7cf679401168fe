using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Spice;

/// <summary>Runs decks.</summary>
/// <param name="cards">Transistors.</param>
/// <param name="folder">A folder for the files of a run.</param>
public sealed class SpiceRunner(ModelCards cards, string folder)
{
    private const string CornerFile = "corner.inc";
    private const string DeckFile = "deck.cir";

    // ngspice would let its threads wait for each other longer than they compute.
    private const string OneThread = "set num_threads=1\n";

    private SpiceCorner? _last;

    /// <summary>Runs a deck and returns what it measured.</summary>
    /// <param name="text">The deck.</param>
    /// <param name="corner">Transistors, supply, temperature.</param>
    public IReadOnlyDictionary<string, double> Run(string text, SpiceCorner corner)
    {
        ArgumentNullException.ThrowIfNull(corner);
        if (corner != _last)
        {
            File.WriteAllText(Path.Combine(folder, CornerFile), cards.Corner(corner));
            File.WriteAllText(Path.Combine(folder, ".spiceinit"), OneThread);
            _last = corner;
        }

        File.WriteAllText(Path.Combine(folder, DeckFile), text);
        return MeasureReader.Read(ExternalTool.Spice.Run(folder, ["-b", DeckFile]));
    }
}
