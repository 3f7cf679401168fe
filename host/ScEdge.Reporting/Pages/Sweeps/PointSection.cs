using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Sweeps;

/// <summary>All points with their runs.</summary>
internal sealed class PointSection(SweepReport report) : Section("points", "Points")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Points.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        DataTable.Open(
            markup,
            "",
            "Point",
            $"Accuracy, {report.Images} images, %",
            "Test accuracy, %",
            "Energy of a training, J",
            "Not surpassed",
            "Runs, by seed");
        foreach (SweepMark point in report.Points)
        {
            markup.Open("tr");
            markup.Element("th", point.Name, ("scope", "row"));
            markup.Element("td", NumberText.Percent(point.Accuracy));
            markup.Element("td", NumberText.Percent(point.TestAccuracy)
                + (point.TestDeviation is { } deviation ? $" ± {NumberText.Percent(deviation)}" : ""));
            markup.Element("td", point.EnergyJoules is { } energy ? NumberText.Significant(energy) : "–");
            markup.Element("td", point.IsOnFront ? "yes" : "");
            markup.Open("td");
            foreach ((string name, string page) in point.Runs)
            {
                markup.Element("a", name, ("href", page));
                markup.Text(" ");
            }

            markup.Close();
            markup.Close();
        }

        DataTable.Close(markup);
    }
}
