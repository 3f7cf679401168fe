using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Entropy;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Emulator.Storage;
using ScEdge.Input;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// Reads what an emulated board shall be: the values of the options of <c>emulate</c>, and the same after <c>emulator:</c>.
/// </summary>
internal static class EmulatorText
{
    private const int LeastBaud = 300;
    private const int MostBaud = 12_000_000;
    private const double LongestLatencySeconds = 10;

    private static readonly string[] Names = ["memory", "baud", "latency", "entropy", "front-end", "storage"];

    /// <summary>Gets the words for sources of random numbers.</summary>
    public static IReadOnlyList<string> Entropies { get; } = ["replay", "rng"];

    /// <summary>Reads what stands after <c>emulator:</c>: <c>memory=60000,baud=921600,latency=5ms,drop=0.01,reset=3s@42</c>.</summary>
    /// <remarks>What is not the name of an option is one of a fault; @ and the seed of the faults stand at the end.</remarks>
    /// <exception cref="InputException">The text is not that.</exception>
    public static EmulatorSettings Parse(string text)
    {
        EmulatorSettings settings = new();
        List<string> faults = [];
        int end = text.IndexOf('@', StringComparison.Ordinal);
        string seed = end < 0 ? "" : text[end..];
        foreach (string word in text.Length == 0 ? [] : text[..(text.Length - seed.Length)].Split(','))
        {
            string[] sides = word.Split('=', 2);
            if (sides.Length == 2 && Names.Contains(sides[0]))
            {
                settings = With(settings, sides[0], sides[1]);
            }
            else
            {
                faults.Add(word);
            }
        }

        return faults.Count + seed.Length == 0 ? settings : settings with { Faults = Faults(string.Join(',', faults) + seed, Names) };
    }

    /// <summary>Takes over one value.</summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="name">Name of the option, without dashes.</param>
    /// <param name="text">Its value.</param>
    /// <exception cref="InputException">The value cannot be used.</exception>
    public static EmulatorSettings With(EmulatorSettings settings, string name, string text) => name switch
    {
        "memory" => settings with { MemoryBytes = Whole(name, text, EmulatorSettings.LeastMemoryBytes, int.MaxValue / 2, "bytes") },
        "baud" => settings with { BitsPerSecond = Whole(name, text, LeastBaud, MostBaud, "baud") },
        "latency" => settings with { LatencyMicroseconds = Latency(name, text) },
        "entropy" => settings with { Entropy = Entropy(name, text) },
        "front-end" => settings with { Cells = FrontEndText.Parse(text) },
        "storage" => settings with
        {
            Storage = Storage(text, isExclusive: true), OpenTable = cell => Storage($"{text}.cell{cell}", isExclusive: false),
        },
        _ => settings with { Faults = Faults(text, []) },
    };

    private static int Whole(string name, string text, int least, int most, string unit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw new InputException($"The {name} of the board cannot be \"{text}\": give a whole number of {unit} from {least} to {most}.");

    private static long Latency(string name, string text)
    {
        double seconds = UnitParser.Seconds(name, text);
        return seconds <= LongestLatencySeconds
            ? (long)Math.Round(seconds * 1e6)
            : throw new InputException($"The latency of the line cannot be \"{text}\": give at most {LongestLatencySeconds} s.");
    }

    private static EmulatedEntropy Entropy(string name, string text) => Entropies.Contains(text)
        ? text == "rng" ? EmulatedEntropy.Rng : EmulatedEntropy.Replay
        : throw new InputException($"The {name} of the board cannot be \"{text}\": give one of {string.Join(", ", Entropies)}.");

    private static FileStorage Storage(string path, bool isExclusive)
    {
        try
        {
            return new FileStorage(path, isExclusive);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            throw new InputException(exception.Message, exception);
        }
    }

    private static FaultScript Faults(string text, string[] others)
    {
        try
        {
            return FaultScript.Parse(text);
        }
        catch (FormatException exception)
        {
            string also = others.Length == 0 ? "" : $" Options of the board itself are {string.Join(", ", others)}.";
            throw new InputException(exception.Message + also, exception);
        }
    }
}
