using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>What a stream length costs and what it gains.</summary>
internal sealed class TradeOffSection(ReproductionReport report) : Section("stream-lengths", "Stream length")
{
    /// <inheritdoc/>
    public override bool HasContent => report.TradeOffs.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            "Each point is a stream length in bits, with the 95 % interval of its mean accuracy drop over seeds and images, "
            + $"priced by {report.TradeOffLibrary}. "
            + "The dashed line joins what no other length beats in both. A length at which a training failed to learn has no mean and no point.",
            ("class", "note"));
        markup.Open("div", ("class", "pair-of-figures"));
        double[] energies = [.. report.TradeOffs.Select(static one => one.EnergyPicojoules)];
        double[] areas = [.. report.TradeOffs.Select(static one => one.AreaSquareMillimetres)];
        WriteTradeOff(
            markup,
            "energy",
            LogAxis.Covering("Energy of an update, pJ", energies.Min(), energies.Max() * 1.1),
            static one => one.EnergyPicojoules);
        WriteTradeOff(markup, "area", LinearAxis.Covering("Area, mm2", areas.Min(), areas.Max()), static one => one.AreaSquareMillimetres);
        Curves.Write(markup, "energy-by-bits", "Energy of an update", "over the bits that it draws", "Bits per update", "pJ", report.EnergyByBits);
        markup.Close();
    }

    private void WriteTradeOff(MarkupWriter markup, string id, Axis axis, System.Func<TradeOff, double> cost)
    {
        string spoken = string.Join("; ", report.TradeOffs.Select(one => $"{one.Name} bits: {NumberText.Fixed(one.DropPoints, 2)} points"));
        ChartText text = new("trade-off-" + id, "Accuracy drop against " + axis.Title, spoken);
        new Figure(
            "Accuracy drop",
            "against " + axis.Title[..1].ToLowerInvariant() + axis.Title[1..],
            new TradeOffChart(text, axis, report.TradeOffs, cost)).Write(markup);
    }
}
