using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using ScEdge.Playground.Networks;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Playground.Drawing;

/// <summary>How a drawing is read, and by what it is priced.</summary>
/// <param name="Length">Bits of a stream.</param>
/// <param name="Source">Source of the bits.</param>
/// <param name="Network">Name of the network; empty for the first.</param>
/// <param name="Library">Name of the cost library.</param>
/// <param name="Strokes">What is drawn, as an address carries it.</param>
public sealed record DrawSettings(int Length, StreamSource Source, string Network, string Library, string Strokes)
{
    private const int Usual = 32;

    /// <summary>The longest streams, in bits.</summary>
    public const int Longest = 1024;

    private const int Grid = 100;
    private const char LineEnd = '~';

    // The one with figures for FP32 and int8.
    private const string UsualLibrary = "dally45";

    /// <summary>Gets the name of the place that reads; empty for this browser.</summary>
    public string Place { get; init; } = "";

    /// <summary>Settings as they always are.</summary>
    public static DrawSettings Default { get; } = new(Usual, StreamSource.SharedCells, "", UsualLibrary, "");

    /// <summary>Sources that an image can be read again and again from.</summary>
    public static IReadOnlyList<(StreamSource Source, string Name, string Text)> Sources { get; } =
    [
        (StreamSource.SharedCells, "cbram-shared", "CBRAM cells, shared"),
        (StreamSource.OwnCells, "cbram", "CBRAM cells, own"),
        (StreamSource.Sobol, "sobol", "Sobol generators"), (StreamSource.Lfsr, "lfsr", "shift registers (LFSR)"),
        (StreamSource.Counter, "counter", "pseudo-random generators"),
    ];

    /// <summary>Reads an address; what is missing or cannot be understood is as it always is.</summary>
    public static DrawSettings Read(IReadOnlyDictionary<string, string> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string library = state.GetValueOrDefault("library", "");
        int length = int.TryParse(state.GetValueOrDefault("length"), NumberStyles.None, CultureInfo.InvariantCulture, out int bits) ? bits : Usual;
        string source = state.GetValueOrDefault("source", "");
        return new DrawSettings(
            1 << BitOperations.Log2((uint)Math.Clamp(length, PassSettings.ShortestLength, Longest)),
            Sources.FirstOrDefault(one => one.Name == source, Sources[0]).Source,
            state.GetValueOrDefault("network", ""),
            ReadingPrice.Libraries.Contains(library) ? library : UsualLibrary,
            state.GetValueOrDefault("strokes", ""))
        {
            Place = state.GetValueOrDefault("place", ""),
        };
    }

    /// <summary>Writes an address.</summary>
    public IReadOnlyDictionary<string, string> Write()
    {
        Dictionary<string, string> state = [];
        void Add(string name, string value, string usual)
        {
            if (value != usual)
            {
                state[name] = value;
            }
        }

        Add("length", $"{Length}", $"{Usual}");
        Add("source", Sources.First(one => one.Source == Source).Name, Sources[0].Name);
        Add("network", Network, "");
        Add("library", Library, UsualLibrary);
        Add("place", Place, "");
        Add("strokes", Strokes, "");
        return state;
    }

    /// <summary>Writes strokes as an address carries them: pairs of hundredths of the sheet, a tilde behind every line.</summary>
    public static string TextOf(Strokes strokes)
    {
        ArgumentNullException.ThrowIfNull(strokes);
        static string Pair(double value) => ((int)Math.Round(Math.Clamp(value, 0, 1) * (Grid - 1))).ToString("00", CultureInfo.InvariantCulture);
        return string.Concat(strokes.Lines.Select(line => string.Concat(line.Select(point => Pair(point.X) + Pair(point.Y))) + LineEnd));
    }

    /// <summary>Reads them back; what is no pair of numbers is left out.</summary>
    public static Strokes StrokesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<IReadOnlyList<(double X, double Y)>> lines = [];
        foreach (string line in text.Split(LineEnd, StringSplitOptions.RemoveEmptyEntries))
        {
            (double X, double Y)[] points = [.. line.Chunk(4).Where(static pair => pair.Length == 4 && pair.All(char.IsAsciiDigit)).Select(Point)];
            if (points.Length > 0)
            {
                lines.Add(points);
            }
        }

        return new Strokes(lines);
    }

    private static (double X, double Y) Point(char[] digits)
    {
        static double Number(char tens, char ones) => (((tens - '0') * 10) + ones - '0') / (double)(Grid - 1);
        return (Number(digits[0], digits[1]), Number(digits[2], digits[3]));
    }
}
