using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>
/// What goes wrong on a line, all of it: filters and the seed of their dice. The same script and the same bytes give the same
/// faults.
/// </summary>
/// <remarks>
/// Text: <c>drop=0.01,burst=0.0001:16,stall=0.01:50ms,slow=20000,pattern=9KD@42</c>. Filters by name (those of
/// <see cref="FaultKind"/> in small letters), each once, in any order; a probability from 0 to 1; after a colon the bytes of a burst
/// (default 16) or the time of a stall (us, ms or s; default 100ms); slow takes bytes per second; pattern takes K (keep) and D (drop), each
/// with a number of times before it; reset takes the time in which the board is reset once. @ and the seed may be left out: seed 0.
/// </remarks>
public sealed class FaultScript
{
    /// <summary>Creates a script.</summary>
    /// <param name="settings">The filters, each kind at most once.</param>
    /// <param name="seed">Seed of the dice.</param>
    /// <exception cref="ArgumentException">A kind stands there twice, or a value is out of its range.</exception>
    public FaultScript(IEnumerable<FaultSetting> settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings.OrderBy(setting => setting.Kind).ToArray();
        Seed = seed;
        if (Settings.DistinctBy(setting => setting.Kind).Count() != Settings.Count)
        {
            throw new ArgumentException("A kind of fault may stand in a script once.", nameof(settings));
        }

        if (Settings.FirstOrDefault(setting => !setting.IsUsable) is FaultSetting wrong)
        {
            throw new ArgumentException($"{wrong} is out of range.", nameof(settings));
        }
    }

    /// <summary>Gets the script of a line without faults.</summary>
    public static FaultScript None { get; } = new([], 0);

    /// <summary>Gets the filters in the order in which a byte meets them.</summary>
    public IReadOnlyList<FaultSetting> Settings { get; }

    /// <summary>Gets the seed of the dice.</summary>
    public ulong Seed { get; }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not one; the message is a sentence for the user.</exception>
    public static FaultScript Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FaultScriptReader.Read(text);
    }

    /// <summary>Returns the text form; reading it gives the same script.</summary>
    public override string ToString() =>
        string.Join(',', Settings.Select(TextOf)) + (Settings.Count == 0 ? "" : "@" + Seed.ToString(CultureInfo.InvariantCulture));

    private static string TextOf(FaultSetting setting)
    {
        string value = setting.Kind switch
        {
            FaultKind.Pattern => setting.Pattern,
            FaultKind.Slow => setting.Amount.ToString(CultureInfo.InvariantCulture),
            FaultKind.Reset => FormattableString.Invariant($"{setting.Amount}us"),
            _ => setting.Probability.ToString("R", CultureInfo.InvariantCulture),
        };
        string amount = setting.Kind switch
        {
            FaultKind.Burst => FormattableString.Invariant($":{setting.Amount}"),
            FaultKind.Stall => FormattableString.Invariant($":{setting.Amount}us"),
            _ => "",
        };
        return FormattableString.Invariant($"{FaultScriptReader.NameOf(setting.Kind)}={value}{amount}");
    }
}

/// <summary>One filter of a script.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Probability">Share of frames or bytes that meet it, 0 to 1; not used by pattern, slow and reset.</param>
/// <param name="Amount">Length of a burst in bytes, of a stall in us, rate of a slow line in bytes per second, interval of resets in us; else
/// 0.</param>
/// <param name="Pattern">What happens to frame i, at i modulo the length: K kept, D dropped; else empty.</param>
public sealed record FaultSetting(FaultKind Kind, double Probability, long Amount = 0, string Pattern = "")
{
    internal const long MostBytesPerSecond = 100_000_000;

    internal bool IsUsable => Kind switch
    {
        FaultKind.Pattern => Pattern.Length > 0 && Pattern.All(letter => letter is 'K' or 'D'),
        FaultKind.Slow => Amount is >= 1 and <= MostBytesPerSecond,
        FaultKind.Reset => Amount >= 1,
        FaultKind.Burst or FaultKind.Stall => Probability is >= 0 and <= 1 && Amount >= 1,
        _ => Probability is >= 0 and <= 1,
    };
}
