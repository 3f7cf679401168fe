using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>Published gains of stochastic computing, to hold the claims against.</summary>
internal sealed class PublishedSection(ReproductionReport report) : Section("published", "Published results")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Published.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element("p", "To stay sober by; none of it enters a figure on this page.", ("class", "note"));
        markup.Open("div", ("class", "scroll"));
        DataTable.OpenStyled(markup, "claim-table", "", "System", "Result", "Note");
        foreach ((string system, string result, string note) in report.Published)
        {
            DataTable.Row(markup, system, result, note);
        }

        DataTable.Close(markup);
        markup.Close();
    }
}
