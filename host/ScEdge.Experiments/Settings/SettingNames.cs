using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Experiments.Settings;

/// <summary>
/// The words for settings that are a choice: those of the command line, of results and of names of folders.
/// </summary>
public static class SettingNames
{
    /// <summary>Gets the optimisers by name.</summary>
    public static IReadOnlyDictionary<string, OptimizerKind> Optimizers { get; } = new Dictionary<string, OptimizerKind>
    {
        ["sc-sgd"] = OptimizerKind.ScSgd,
        ["sc-momentum"] = OptimizerKind.ScMomentum,
        ["sc-adam"] = OptimizerKind.ScAdam,
        ["sgd"] = OptimizerKind.Sgd,
    };

    /// <summary>Gets the codings of a sign by name.</summary>
    public static IReadOnlyDictionary<string, UpdateEncoding> Encodings { get; } = new Dictionary<string, UpdateEncoding>
    {
        ["sign-magnitude"] = UpdateEncoding.SignMagnitude,
        ["bipolar"] = UpdateEncoding.Bipolar,
    };

    /// <summary>Returns the name of an optimiser.</summary>
    public static string Of(OptimizerKind kind) => Optimizers.Single(pair => pair.Value == kind).Key;

    /// <summary>Returns the name of a coding.</summary>
    public static string Of(UpdateEncoding encoding) => Encodings.Single(pair => pair.Value == encoding).Key;
}
