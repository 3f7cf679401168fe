using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Bars from the smallest to the largest figure that an input gives, about the nominal figure, on a logarithmic axis.</summary>
internal sealed class TornadoChart(ChartText text, SeriesStyle style, Tornado tornado) : Chart(text)
{
    private const double Pitch = 24;
    private const double Thickness = 14;
    private const double LetterWidth = 7.4;
    private const double Foot = 46;
    private const double Right = PlotFrame.StandardWidth - 16;

    private readonly double _left = 12 + (LetterWidth * tornado.Bars.Max(static bar => bar.Name.Length));
    private readonly double _bottom = (Pitch * tornado.Bars.Count) + 4;
    private readonly LogAxis _axis = LogAxis.Covering(
        $"{tornado.Title}, {tornado.Unit}", tornado.Bars.Min(static bar => bar.Low), tornado.Bars.Max(static bar => bar.High), mostTicks: 5);

    /// <inheritdoc/>
    public override double Width => PlotFrame.StandardWidth;

    /// <inheritdoc/>
    public override double Height => _bottom + Foot;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("input", "range", $"lowest, {tornado.Unit}", $"highest, {tornado.Unit}", $"nominal, {tornado.Unit}", "source");
            foreach (TornadoBar bar in tornado.Bars)
            {
                table.Add(bar.Name, bar.Range, bar.Low, bar.High, tornado.Nominal, bar.Source);
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        for (int i = 0; i < tornado.Bars.Count; i++)
        {
            TornadoBar bar = tornado.Bars[i];
            double top = 2 + (i * Pitch) + ((Pitch - Thickness) / 2);
            Shapes.Label(markup, "tick", _left - 8, top + 11, bar.Name, "end");
            Shapes.Rectangle(markup, style.ColourClass + " fill", At(bar.Low), top, At(bar.High) - At(bar.Low), Thickness, Detail(bar));
        }

        WriteAxis(markup);
    }

    private string Detail(TornadoBar bar) =>
        $"{bar.Name} within {bar.Range}: {NumberText.Significant(bar.Low)} to {NumberText.Significant(bar.High)} {tornado.Unit}. "
        + $"Source: {bar.Source}";

    private double At(double value) => _left + (_axis.Fraction(value) * (Right - _left));

    private void WriteAxis(MarkupWriter markup)
    {
        Shapes.Line(markup, "axis", At(tornado.Nominal), 0, At(tornado.Nominal), _bottom);
        Shapes.Line(markup, "axis", _left, _bottom, Right, _bottom);
        foreach (Tick tick in _axis.Ticks)
        {
            Shapes.Line(markup, "axis", At(tick.Value), _bottom, At(tick.Value), _bottom + 5);
            Shapes.Label(markup, "tick", At(tick.Value), _bottom + 19, tick.Label, "middle");
        }

        Shapes.Label(markup, "axis-title", (_left + Right) / 2, _bottom + 40, _axis.Title, "middle");
    }
}
