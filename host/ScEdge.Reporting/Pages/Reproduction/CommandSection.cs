using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>The command that repeats the reproduction.</summary>
internal sealed class CommandSection(ReproductionReport report) : Section("command", "Command")
{
    /// <inheritdoc/>
    public override bool HasContent => report.CommandLine.Length > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "This command repeats it; the trainings lie in folders beside this page, each with a report of its own.",
            ("class", "note"));
        markup.Open("pre");
        markup.Element("code", report.CommandLine);
        markup.Close();
    }
}
