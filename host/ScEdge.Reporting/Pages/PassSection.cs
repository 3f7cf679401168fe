using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>The multiplications of passes in bit streams, by layer and pass.</summary>
internal sealed class PassSection(RunReport report) : Section("passes", "Multiplications in streams")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Products is not null;

    private static readonly (string Name, Func<PassRow, string> Value)[] Columns =
    [
        ("multiplications per image", static row => row.Products),
        ("stream bits per multiplication", static row => row.Bits),
        ("error / sum", static row => row.RelativeError),
        ("error / theory", static row => row.ErrorOverTheory),
        ("energy per multiplication", static row => row.EnergyPerProduct),
        ("energy per image", static row => row.EnergyPerImage),
    ];

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        PassPanel panel = report.Products!;
        markup.Element("p", panel.Note, ("class", "note"));
        Setting[] facts = [.. panel.Facts.Where(static fact => fact.Value.Length > 0)];
        if (facts.Length > 0)
        {
            markup.Open("dl", ("class", "facts"));
            foreach (Setting fact in facts)
            {
                markup.Open("div");
                markup.Element("dt", fact.Name);
                markup.Element("dd", fact.Value);
                markup.Close();
            }

            markup.Close();
        }

        WriteTable(markup, panel.Rows);
    }

    /// <summary>Writes the columns that have a value in some row.</summary>
    private static void WriteTable(MarkupWriter markup, IReadOnlyList<PassRow> rows)
    {
        var columns = Columns.Where(column => rows.Any(row => column.Value(row).Length > 0)).ToArray();
        DataTable.Open(markup, "", ["layer and pass", .. columns.Select(static column => column.Name)]);
        foreach (PassRow row in rows)
        {
            DataTable.Row(markup, row.Name, [.. columns.Select(column => column.Value(row) is { Length: > 0 } value ? value : "–")]);
        }

        DataTable.Close(markup);
        if (rows.Any(static row => row.RelativeError.Length > 0))
        {
            markup.Element(
                "p",
                "Errors are root mean squares of what the streams gave less the exact products of the same numbers, over those of the exact "
                + "sums, and over what counting independent bits predicts; compared in some of the steps.",
                ("class", "small-note"));
        }
    }
}
