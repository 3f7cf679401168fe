using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Reporting.Figures;

namespace ScEdge.Experiments.Figures;

/// <summary>
/// A folder that the figures of a page are written to: each as a drawing that stands alone (SVG) and as a table of its points (CSV).
/// </summary>
/// <remarks>
/// They are those that the page offers, byte for byte. There are no pictures (PNG): to draw letters takes a font and a program that draws it,
/// which a browser has.
/// </remarks>
public sealed class FigureFolder
{
    private readonly string _path;

    /// <summary>Makes the folder where there is none, before there is anything to write.</summary>
    /// <param name="path">Its path; other files in it stay.</param>
    /// <exception cref="InputException">It cannot be made or written to.</exception>
    public FigureFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
        try
        {
            Directory.CreateDirectory(path);

            // A folder that nothing can be written to is told now and not after a training.
            string probe = Path.Combine(path, TemporaryName.New());
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"The figures cannot be written to {path} ({exception.Message.TrimEnd('.')}): give another folder.", exception)
            {
                Setting = "figures",
            };
        }
    }

    /// <summary>Writes the figures of pages, or of parts of pages; a file of the same name is replaced.</summary>
    /// <returns>How many figures there were.</returns>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public int Write(params IEnumerable<string> pages)
    {
        IReadOnlyList<FigureFile> files = [.. pages.SelectMany(FigureFile.In)];
        foreach (FigureFile file in files)
        {
            AtomicFile.WriteText(Path.Combine(_path, file.Name), file.Text);
        }

        return files.Count / 2;
    }
}
