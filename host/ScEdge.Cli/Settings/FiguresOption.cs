using System.CommandLine;
using ScEdge.Experiments.Figures;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The option that writes the charts of a result to a folder.
/// </summary>
internal static class FiguresOption
{
    /// <summary>Name of the option.</summary>
    public const string Name = "--figures";

    /// <summary>Makes the option.</summary>
    public static Option<string> Create() => new(Name)
    {
        HelpName = "DIR",
        Description = "Write every chart to DIR: as a drawing that stands alone (SVG) and as a table of its points (CSV).",
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>Opens the folder, before there is anything to draw; null where none is wanted.</summary>
    /// <exception cref="InputException">It cannot be written to.</exception>
    public static FigureFolder? Open(string? path) => path is null ? null : new FigureFolder(path);

    /// <summary>Says where the figures are.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="count">How many there are.</param>
    public static string Sentence(string path, int count) =>
        count == 0 ? $"figures:    none, there is no chart to write to {path}" : $"figures:    {path}, {count} as SVG and CSV";
}
