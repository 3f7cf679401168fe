using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Cbram.Presets;

/// <summary>The presets that come with the program, and those in files of the user.</summary>
public static class PresetCatalog
{
    /// <summary>Names of the built-in presets; the oracle ideal stands last.</summary>
    public static IReadOnlyList<string> Names { get; } = ["jo2009", "jo2009-points", "gaba2013", "laguna2023", "hennen2024", "ideal"];

    private static readonly Lazy<IReadOnlyList<CbramPreset>> Embedded = new(() => [.. Names.Select(ReadEmbedded)]);

    /// <summary>The built-in presets, in the order of their names.</summary>
    public static IReadOnlyList<CbramPreset> BuiltIn => Embedded.Value;

    /// <summary>Returns the built-in preset of a name, or the preset in the file of that path.</summary>
    /// <remarks>What ends in .json or contains a path separator is taken for a file.</remarks>
    /// <exception cref="InputException">There is neither; the sentence lists the built-in names.</exception>
    public static CbramPreset Resolve(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        bool isPath = nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || nameOrPath.AsSpan().IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) >= 0;
        return isPath ? Load(nameOrPath) : Find(nameOrPath);
    }

    /// <summary>Returns the built-in preset of a name.</summary>
    /// <exception cref="InputException">There is no such preset; the sentence lists those there are.</exception>
    public static CbramPreset Find(string name) =>
        BuiltIn.FirstOrDefault(preset => preset.Name == name)
            ?? throw new InputException(
                $"There is no preset \"{name}\": use {string.Join(", ", BuiltIn.Select(p => p.Name))} or the path of a .json file.");

    /// <summary>Reads a preset file.</summary>
    /// <remarks>
    /// JSON, comments allowed. Properties: name, description, drive_mode ("voltage" or "pulse-width"), the figures of
    /// <see cref="FigureDefinition.All"/>, each an object of value, source and confidence ("A", "B", "C" or
    /// "assumption"), and optionally nonidealities, an object of names and numbers as in <see cref="Nonidealities"/>.
    /// In place of tau0_seconds and v0_volts there may be tau_table: points, an array of objects of voltage_volts, tau_seconds and, where it is
    /// known, ln_tau_spread; extrapolation_volts; source; confidence. Waits that are not exponential have wait_family ("weibull", "lognormal",
    /// "gamma") and the figure wait_shape. driven_as is the name of the built-in preset for which the driver takes the cells.
    /// Under drive_mode "voltage" the file gives set_pulse_width_seconds, under "pulse-width" set_voltage_volts.
    /// endurance_cycles may be null: no limit. Nothing else may be missing and nothing may be added.
    /// </remarks>
    /// <exception cref="InputException">The file cannot be read or is not such a preset.</exception>
    public static CbramPreset Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PresetReader.Read(TextFile.Read(path), path);
    }

    private static CbramPreset ReadEmbedded(string name)
    {
        string resource = name + ".json";
        using Stream stream = typeof(PresetCatalog).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded preset {resource} is missing.");
        using StreamReader reader = new(stream);
        return PresetReader.Read(reader.ReadToEnd(), resource);
    }
}
