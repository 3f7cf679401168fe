using System;
using System.Globalization;
using ScEdge.Input;

namespace ScEdge.Files.Reading;

/// <summary>
/// A bound on what an input may take, which a user can raise by a variable of the environment.
/// </summary>
/// <param name="Variable">The variable.</param>
/// <param name="Usual">The bound where it is not set.</param>
/// <param name="Unit">What it counts.</param>
public sealed record InputLimit(string Variable, long Usual, string Unit)
{
    /// <summary>Gets the bound on what a packed file may unpack to where that is much more than its own size, and on every other file.</summary>
    public static InputLimit Megabytes { get; } = new("SCEDGE_INPUT_MEGABYTES", 64, "megabytes");

    /// <summary>Gets the bound on the layers of a network.</summary>
    public static InputLimit Layers { get; } = new("SCEDGE_MODEL_LAYERS", 1000, "layers");

    /// <summary>Gets the bound on what a log file may grow to.</summary>
    public static InputLimit LogMegabytes { get; } = new("SCEDGE_LOG_MEGABYTES", 1000, "megabytes");

    /// <summary>Gets the bound that is in force.</summary>
    /// <exception cref="InputException">The variable holds no whole number of 1 or more.</exception>
    public long Value => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text ? Usual
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value is >= 1 and <= int.MaxValue ? value
        : throw new InputException(
            $"The environment variable {Variable} is \"{text}\": set it to a whole number of {Unit}, 1 or more, or not at all.");
}
