using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Settings;

/// <summary>
/// The words for settings that are a choice: those of the command line, of results and of names of folders. Those of optimisers are
/// <see cref="ScEdge.Training.Runs.OptimizerNames"/>.
/// </summary>
public static class SettingNames
{
    /// <summary>Gets the words for data sets of a folder that holds several.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["letters", "balanced", "byclass", "bymerge", "digits", "mnist", "plain"];

    /// <summary>Gets the codings of a sign by name.</summary>
    public static IReadOnlyDictionary<string, UpdateEncoding> Encodings { get; } = new Dictionary<string, UpdateEncoding>
    {
        ["sign-magnitude"] = UpdateEncoding.SignMagnitude,
        ["bipolar"] = UpdateEncoding.Bipolar,
    };

    /// <summary>Gets the codings of a sign in streams of the passes by name.</summary>
    public static IReadOnlyDictionary<string, PassEncoding> PassEncodings { get; } = new Dictionary<string, PassEncoding>
    {
        ["sign-magnitude"] = PassEncoding.SignMagnitude,
        ["bipolar"] = PassEncoding.Bipolar,
    };

    /// <summary>Gets the baselines by name.</summary>
    public static IReadOnlyDictionary<string, Baselines> BaselineNames { get; } = new Dictionary<string, Baselines>
    {
        ["fp32"] = Baselines.Fp32,
        ["fixed"] = Baselines.Fixed,
    };

    /// <summary>Gets how passes are computed by name: whether in bit streams.</summary>
    public static IReadOnlyDictionary<string, bool> Passes { get; } = new Dictionary<string, bool> { ["fp32"] = false, ["stochastic"] = true };

    /// <summary>Gets what weight streams are drawn for by name: whether anew for every image.</summary>
    public static IReadOnlyDictionary<string, bool> WeightStreams { get; } = new Dictionary<string, bool> { ["batch"] = false, ["image"] = true };

    /// <summary>Gets the sources of the passes' streams by name.</summary>
    public static IReadOnlyDictionary<string, StreamSource> Sources { get; } = new Dictionary<string, StreamSource>
    {
        ["cbram"] = StreamSource.OwnCells,
        ["cbram-shared"] = StreamSource.SharedCells,
        ["lfsr"] = StreamSource.Lfsr,
        ["sobol"] = StreamSource.Sobol,
        ["ramp"] = StreamSource.Ramp,
        ["counter"] = StreamSource.Counter,
        ["rounding"] = StreamSource.Rounding,
    };

    /// <summary>Gets the sources of the updates' streams by name.</summary>
    public static IReadOnlyDictionary<string, StreamSource> UpdateSources { get; } =
        Sources.Where(static pair => pair.Key is not ("cbram-shared" or "ramp")).ToDictionary();

    /// <summary>Gets the sources of the streams by which boards read, by name.</summary>
    public static IReadOnlyDictionary<string, StreamSource> BoardSources { get; } =
        Sources.Where(static pair => pair.Value != StreamSource.Rounding).ToDictionary();

    /// <summary>Reads <c>none</c>, or names of baselines with commas between them.</summary>
    /// <exception cref="InputException">A name is none of these.</exception>
    public static Baselines ParseBaselines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Baselines baselines = Baselines.None;
        foreach (string name in text == "none" ? [] : text.Split(','))
        {
            baselines |= BaselineNames.TryGetValue(name, out Baselines one)
                ? one
                : throw new InputException($"The baseline \"{name}\" is not known: give fp32, fixed, both as fp32,fixed, or none.");
        }

        return baselines;
    }

    /// <summary>Returns the names of baselines with commas between them, or <c>none</c>.</summary>
    public static string Of(Baselines baselines) => baselines == Baselines.None
        ? "none"
        : string.Join(',', BaselineNames.Where(pair => baselines.HasFlag(pair.Value)).Select(pair => pair.Key));

    /// <summary>Returns the name of a source of streams.</summary>
    public static string Of(StreamSource source) => Sources.Single(pair => pair.Value == source).Key;

    /// <summary>Returns the name of a coding in streams of the passes.</summary>
    public static string Of(PassEncoding encoding) => PassEncodings.Single(pair => pair.Value == encoding).Key;

    /// <summary>Returns the name of a coding.</summary>
    public static string Of(UpdateEncoding encoding) => Encodings.Single(pair => pair.Value == encoding).Key;
}
