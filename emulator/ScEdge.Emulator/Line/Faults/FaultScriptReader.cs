using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>Reads the text form of <see cref="FaultScript"/>; its remarks give the grammar.</summary>
internal static class FaultScriptReader
{
    private const int DefaultBurstBytes = 16;
    private const int LongestBurstBytes = 65536;
    private const long DefaultStallMicroseconds = 100_000;
    private const long LongestStallMicroseconds = 3_600_000_000;
    private const int LongestPattern = 10_000;

    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();
    private static readonly (string Unit, long Factor)[] TimeUnits = [("us", 1), ("ms", 1_000), ("s", 1_000_000)];

#pragma warning disable CA1308 // Lower case is the text form, not a way to compare.
    public static string NameOf(FaultKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public static FaultScript Read(string text)
    {
        string[] parts = text.Split('@');
        if (parts.Length > 2)
        {
            throw Wrong(text, "give one seed, after a single @, as in drop=0.01@42");
        }

        ulong seed = 0;
        if (parts.Length == 2 && !ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            throw Wrong(text, $"the seed \"{parts[1]}\" must be a whole number from 0 to {ulong.MaxValue}");
        }

        List<FaultSetting> settings = [];
        foreach (string word in parts[0].Split(','))
        {
            FaultSetting setting = ReadSetting(word);
            if (settings.Any(earlier => earlier.Kind == setting.Kind))
            {
                throw Wrong(word, $"{NameOf(setting.Kind)} stands there twice; give it once");
            }

            settings.Add(setting);
        }

        return new FaultScript(settings, seed);
    }

    private static FaultSetting ReadSetting(string word)
    {
        string[] sides = word.Split('=');
        FaultKind? kind = Kinds.Where(kind => NameOf(kind) == sides[0]).Select(kind => (FaultKind?)kind).FirstOrDefault();
        if (kind is null || sides.Length != 2)
        {
            throw Wrong(word, $"write NAME=VALUE with one of the names {string.Join(", ", Kinds.Select(NameOf))}");
        }

        return kind switch
        {
            FaultKind.Pattern => new FaultSetting(FaultKind.Pattern, 0, Pattern: ReadPattern(word, sides[1])),
            FaultKind.Slow => new FaultSetting(FaultKind.Slow, 0, ReadCount(word, sides[1], FaultSetting.MostBytesPerSecond, "bytes per second")),
            FaultKind.Reset => new FaultSetting(FaultKind.Reset, 0, ReadTime(word, sides[1])),
            FaultKind.Burst or FaultKind.Stall => ReadWithAmount(word, kind.Value, sides[1].Split(':')),
            _ => new FaultSetting(kind.Value, ReadProbability(word, sides[1])),
        };
    }

    private static FaultSetting ReadWithAmount(string word, FaultKind kind, string[] values)
    {
        if (values.Length > 2)
        {
            throw Wrong(word, "give a probability and one amount after a colon");
        }

        bool isBurst = kind == FaultKind.Burst;
        long amount = isBurst ? DefaultBurstBytes : DefaultStallMicroseconds;
        if (values.Length == 2)
        {
            amount = isBurst ? ReadCount(word, values[1], LongestBurstBytes, "bytes") : ReadTime(word, values[1]);
        }

        return new FaultSetting(kind, ReadProbability(word, values[0]), amount);
    }

    private static double ReadProbability(string word, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1
            ? value
            : throw Wrong(word, $"\"{text}\" must be a probability from 0 to 1");

    private static long ReadCount(string word, string text, long most, string what) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= 1 && value <= most
            ? value
            : throw Wrong(word, $"\"{text}\" must be a whole number of {what} from 1 to {most}");

    private static long ReadTime(string word, string text)
    {
        foreach ((string unit, long factor) in TimeUnits)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out long value)
                && value >= 1 && value <= LongestStallMicroseconds / factor)
            {
                return value * factor;
            }
        }

        throw Wrong(word, $"\"{text}\" must be a time such as 500us, 50ms or 2s, at most an hour");
    }

    private static string ReadPattern(string word, string text)
    {
        StringBuilder pattern = new();
        int times = 0;
        foreach (char letter in text)
        {
            if (char.IsAsciiDigit(letter) && times <= LongestPattern)
            {
                times = (10 * times) + (letter - '0');
                continue;
            }

            if (letter is not ('K' or 'D') || times > LongestPattern || pattern.Length > LongestPattern)
            {
                times = 1;
                pattern.Clear();
                break;
            }

            pattern.Append(letter, Math.Max(1, times));
            times = 0;
        }

        return pattern.Length > 0 && times == 0
            ? pattern.ToString()
            : throw Wrong(word, $"\"{text}\" must be made of K (keep) and D (drop), such as 9KD, for at most {LongestPattern} frames");
    }

    private static FormatException Wrong(string text, string advice) => new($"The fault \"{text}\" cannot be used: {advice}.");
}
