using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>The claims: a table for each, a row per library.</summary>
internal sealed class ClaimSection(ReproductionReport report) : Section("claims", "Claims")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Claims.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "No constant was tuned to a claim, and all figures of a verdict are those of one configuration. "
            + "A library has figures for some parts only; "
            + "for what it lacks the middle of bounds stands, and the span in brackets goes over all bounds.",
            ("class", "note"));
        foreach (IGrouping<string, ClaimRow> claim in report.Claims.GroupBy(row => row.Id))
        {
            markup.Open("div", ("class", "claim"));
            markup.Element("h3", claim.First().Claim);
            markup.Open("div", ("class", "scroll"));
            DataTable.OpenStyled(markup, "claim-table", "", "Library", "Verdict", "Obtained", "Residual");
            foreach (ClaimRow row in claim)
            {
                WriteRow(markup, row);
            }

            DataTable.Close(markup);
            markup.Close();
            IEnumerable<ClaimRow> assuming = claim.Where(row => row.Assumption.Length > 0);
            foreach (IGrouping<string, ClaimRow> group in assuming.GroupBy(row => $"{row.Configuration}. Assumed: {row.Assumption}."))
            {
                string libraries = string.Join(", ", group.Select(row => row.Library).Where(library => library.Length > 0));
                markup.Element("p", (libraries.Length > 0 ? libraries + ": " : "") + group.Key, ("class", "small-note"));
            }

            markup.Close();
        }
    }

    private static void WriteRow(MarkupWriter markup, ClaimRow row)
    {
        markup.Open("tr");
        markup.Element("th", row.Library.Length > 0 ? row.Library : "–", ("scope", "row"));
        markup.Element("td", row.Verdict, ("class", row.Holds switch { true => "holds", false => "fails", null => "open" }));
        markup.Element("td", row.Obtained);
        markup.Element("td", row.Residual);
        markup.Close();
    }
}
