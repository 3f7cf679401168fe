using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>How the circuit scales with its lanes.</summary>
internal sealed class LaneSection(ReproductionReport report) : Section("lanes", "Lanes")
{
    /// <inheritdoc/>
    public override bool HasContent => report.AreaByLanes.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "Lanes work side by side. Twice as many halve the time of a step and leave its switching energy as it is; power doubles with the rate.",
            ("class", "note"));
        markup.Open("div", ("class", "pair-of-figures"));
        Curves.Write(markup, "area-by-lanes", "Area", "over lanes", "Lanes", "mm2", report.AreaByLanes);
        Curves.Write(markup, "power-by-lanes", "Power at full speed", "over lanes", "Lanes", "mW", report.PowerByLanes);
        Curves.Write(
            markup, "rate-by-lanes", "Updates", "over lanes, the same under every library", "Lanes",
            "Million updates per second", [report.RateByLanes]);
        markup.Close();
    }
}
