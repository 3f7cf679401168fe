using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>The multiplications of passes in bit streams, by layer and pass.</summary>
internal sealed class PassSection(RunReport report) : Section("passes", "Multiplications in streams")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Products is not null;

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

        bool hasEnergy = panel.Rows.Any(static row => row.EnergyPerImage.Length > 0);
        string[] counted = ["layer and pass", "multiplications per image", "stream bits per multiplication"];
        DataTable.Open(markup, "", hasEnergy ? [.. counted, "energy per multiplication", "energy per image"] : counted);
        foreach (PassRow row in panel.Rows)
        {
            string[] counts = [row.Products, row.Bits];
            DataTable.Row(markup, row.Name, hasEnergy ? [.. counts, row.EnergyPerProduct, row.EnergyPerImage] : counts);
        }

        DataTable.Close(markup);
    }
}
