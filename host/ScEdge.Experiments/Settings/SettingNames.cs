using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
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

    /// <summary>Gets the baselines by name.</summary>
    public static IReadOnlyDictionary<string, Baselines> BaselineNames { get; } = new Dictionary<string, Baselines>
    {
        ["fp32"] = Baselines.Fp32,
        ["fixed"] = Baselines.Fixed,
    };

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

    /// <summary>Returns the name of a coding.</summary>
    public static string Of(UpdateEncoding encoding) => Encodings.Single(pair => pair.Value == encoding).Key;
}
