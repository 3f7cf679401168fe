using ScEdge.Input;

namespace ScEdge.Cli.Serving;

/// <summary>
/// Writes the page as files that any web server can serve.
/// </summary>
internal static class PageExport
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="run">Folder of a run whose network is put in; null for none.</param>
    /// <exception cref="InputException">The folder cannot be used.</exception>
    public static void Write(string folder, string? run) =>
        throw new InputException($"The page cannot be written to {folder}{(run is null ? "" : $" with {run}")}: this build has no part for it.");
}
