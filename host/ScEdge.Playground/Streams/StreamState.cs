using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Input;

namespace ScEdge.Playground.Streams;

/// <summary>Settings as names and texts, as an address carries them; what is as it always is is left out.</summary>
public static class StreamState
{
    private static readonly StreamSettings Default = new();

    /// <summary>Writes settings.</summary>
    public static IReadOnlyDictionary<string, string> Write(StreamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Dictionary<string, string> state = [];
        void Add<T>(string name, T value, T usual)
            where T : notnull
        {
            if (!EqualityComparer<T>.Default.Equals(value, usual))
            {
                state[name] = string.Create(CultureInfo.InvariantCulture, $"{value}");
            }
        }

        Add("p", settings.P / (double)StreamSettings.One, Default.P / (double)StreamSettings.One);
        Add("q", settings.Q / (double)StreamSettings.One, Default.Q / (double)StreamSettings.One);
        Add("source", Name(settings.Source), Name(Default.Source));
        Add("preset", settings.Preset, Default.Preset);
        Add("effects", settings.Effects.ToString().Replace(' ', ','), Default.Effects.ToString());
        Add("correlation", settings.Correlation, Default.Correlation);
        Add("length", settings.Length, Default.Length);
        Add("gate", Name(settings.Gate), Name(Default.Gate));
        Add("seed", settings.Seed, Default.Seed);
        return state;
    }

    /// <summary>Reads settings; what is missing or cannot be understood is as it always is.</summary>
    public static StreamSettings Read(IReadOnlyDictionary<string, string> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string Text(string name) => state.GetValueOrDefault(name, "");
        return new StreamSettings
        {
            P = Units(Text("p")) ?? Default.P,
            Q = Units(Text("q")) ?? Default.Q,
            Source = Value<BitSource>(Text("source")),
            Preset = PresetCatalog.BuiltIn.Any(preset => preset.Name == Text("preset")) ? Text("preset") : Default.Preset,
            Effects = Effects(Text("effects")),
            Correlation = Number(Text("correlation")) ?? Default.Correlation,
            Length = int.TryParse(Text("length"), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : Default.Length,
            Gate = Value<Gate>(Text("gate")),
            Seed = ulong.TryParse(Text("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : Default.Seed,
        }.Clamped();
    }

    /// <summary>Returns the name of a source or gate in an address.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Value<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(value => Name(value) == text);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static int? Units(string text) => Number(text) is { } number ? (int)Math.Round(Math.Clamp(number, 0, 1) * StreamSettings.One) : null;

    private static Nonidealities Effects(string text)
    {
        try
        {
            return Nonidealities.Parse(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(static one => one != "none"));
        }
        catch (InputException)
        {
            return Default.Effects;
        }
    }
}
