using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Silicon.Spice;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What decks measured, as text and as JSON.
/// </summary>
/// <param name="corner">The corner in the middle.</param>
/// <param name="decks">Figures of the decks.</param>
/// <param name="draws">Cells that were drawn.</param>
internal sealed class SpiceSummary(SpiceCorner corner, IReadOnlyList<DeckFigures> decks, IReadOnlyList<CellDrawResult> draws)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        corner.Threshold,
        SupplyVolts = corner.Volts,
        TemperatureCelsius = corner.Celsius,
        Decks = decks.Select(static deck => new
        {
            Deck = deck.Deck.Name,
            deck.Deck.Title,
            Results = deck.Figures.Select(static figure => new
            {
                figure.Result.Name,
                figure.Result.Unit,
                figure.Result.Meaning,
                figure.Nominal,
                figure.Low,
                figure.LowAt,
                figure.High,
                figure.HighAt,
                figure.Failed,
            }),
        }),
        Draws = draws.Select(static one => new
        {
            Deck = one.Deck.Name,
            one.Seed,
            one.Trials,
            one.Switched,
            one.Law,
            IntervalLow = one.Interval.Low,
            IntervalHigh = one.Interval.High,
        }),
    };

    /// <summary>Writes a table for each deck.</summary>
    public void Write(IAnsiConsole console)
    {
        foreach (DeckFigures deck in decks)
        {
            console.MarkupLineInterpolated($"[bold]{deck.Deck.Name}[/]: {deck.Deck.Title}");
            TextTable table = new(1, "what", "unit", "nominal", "least", "most", "least at", "most at", "none at") { LastTexts = 3 };
            foreach (SpiceFigure figure in deck.Figures)
            {
                table.Add(
                    figure.Result.Meaning, figure.Result.Unit, Number(figure.Nominal), Number(figure.Low), Number(figure.High), figure.LowAt,
                    figure.HighAt, string.Join(", ", figure.Failed));
            }

            foreach (SpiceComponent component in deck.Deck.Components.Where(static one => one.Subcircuit is not null))
            {
                DeckLayout layout = deck.Deck.Layout(component.Subcircuit!);
                table.Add(
                    $"area of {component.Name}", "um2", "", Number(layout.LeastSquareMicrometres * component.Scale),
                    Number(layout.MostSquareMicrometres * component.Scale), "dense", "spread", "");
            }

            console.Write(table);
        }

        foreach (CellDrawResult one in draws)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Deck.Name}, seed {one.Seed}: {one.Switched} of {one.Trials} cells switched, {100.0 * one.Switched / one.Trials:0.0} % "
                + $"(95 % interval {100 * one.Interval.Low:0.0} to {100 * one.Interval.High:0.0}); the law says {100 * one.Law:0.0} %."));
        }
    }

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
