using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace ScEdge.Reporting.Figures;

/// <summary>A file that a page offers for download: the drawing of a figure (SVG) or its points (CSV).</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Text">What it holds.</param>
public sealed record FigureFile(string Name, string Text)
{
    /// <summary>Lists the files that a page of this program, or a part of one, carries with it, in the order of its figures.</summary>
    /// <param name="page">The page as it was written.</param>
    /// <returns>The files, byte for byte those that a browser would keep; none for a page that is none of this program's.</returns>
    public static IReadOnlyList<FigureFile> In(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Ignore, ConformanceLevel = ConformanceLevel.Auto };
        List<FigureFile> files = [];
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(page), settings);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "a" } && Read(reader) is { } file)
                {
                    files.Add(file);
                }
            }
        }
        catch (XmlException)
        {
            return [];
        }

        return files;
    }

    private static FigureFile? Read(XmlReader link)
    {
        string[] parts = (link.GetAttribute("href") ?? "").Split(";base64,", 2);
        string name = link.GetAttribute("download") ?? "";
        return parts.Length == 2 && IsName(name) ? new FigureFile(name, Encoding.UTF8.GetString(Convert.FromBase64String(parts[1]))) : null;
    }

    /// <summary>Whether a name stays in its folder, whoever wrote the page.</summary>
    private static bool IsName(string name) => name.Length > 0 && name[0] != '.'
        && name.All(static one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.')
        && (name.EndsWith(".svg", StringComparison.Ordinal) || name.EndsWith(".csv", StringComparison.Ordinal));
}
