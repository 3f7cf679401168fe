using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Reproduction;
using ScEdge.Statistics;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The claims of the paper beside what was obtained, as text.
/// </summary>
/// <param name="result">The reproduction.</param>
internal sealed class ClaimSummary(ReproductionResult result)
{
    /// <summary>Writes claims, stream lengths and published results.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Lammie, Eshraghian, Lu, Rahimi Azghadi (IEEE TCAS-II 2021), claim by claim[/]");
        foreach (IGrouping<string, ClaimResult> claim in result.Claims.GroupBy(claim => claim.Id))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{claim.Key}[/]: {claim.First().Claim}");
            foreach (ClaimResult one in claim)
            {
                string library = one.Library is { } name ? $"{name}: " : "";
                Write(console, 2, $"{library}[{Colour(one.Verdict)}]{VerdictText.Of(one)}[/]; {one.Obtained.EscapeMarkup()}");
                Write(console, 4, $"[grey]residual: {one.Residual.EscapeMarkup()}[/]");
            }

            var configurations = claim.GroupBy(one => (one.Configuration, one.Assumption)).Where(same => same.Key.Assumption.Length > 0);
            foreach (IGrouping<(string Configuration, string Assumption), ClaimResult> same in configurations)
            {
                string libraries = same.Count() < claim.Count() ? $"{string.Join(", ", same.Select(one => one.Library))}: " : "";
                Write(console, 2, $"[grey]{libraries}{same.Key.Configuration.EscapeMarkup()}. Assumed: {same.Key.Assumption.EscapeMarkup()}.[/]");
            }
        }

        console.WriteLine();
        new SpanTables(result.Designs, result.FixedPoint).Write(console);
        WriteLengths(console);
        console.WriteLine("Published, to stay sober by; none of it enters a figure above");
        TextTable published = new(3, "system", "result", "note");
        foreach (PublishedResult one in PublishedResult.All)
        {
            published.Add(one.Name, one.Figures, one.Caveat);
        }

        console.Write(published);
    }

    private static string DropText(AccuracyComparison compared) =>
        compared.Drop is not { } drop ? $"{compared.FirstFailures + compared.SecondFailures} of {2 * compared.Seeds} failed"
        : compared.Seeds > 1 ? $"{drop.Points:F2} ± {drop.HalfWidth95:F2}" : $"{drop.Points:F2}";

    private static string Colour(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Reproduced => "green",
        ClaimVerdict.ReproducedUnderAssumption => "yellow",
        ClaimVerdict.Undecided or ClaimVerdict.Untested => "grey",
        _ => "red",
    };

    private static void Write(IAnsiConsole console, int indent, string markup) =>
        console.Write(new Padder(new Markup(markup), new Padding(indent, 0, 0, 0)));

    private void WriteLengths(IAnsiConsole console)
    {
        console.WriteLine();
        TextTable table = new(1, ["stream", "accuracy, %", "drop, points", .. CostLibraryCatalog.BuiltIn.Select(library => library.Name)]);
        foreach (LengthResult one in result.Lengths)
        {
            table.Add(
            [
                one.Lengths.ToString(),
                $"{100 * one.TestAccuracy.Average():F2}",
                DropText(one.AgainstFp32),
                .. one.Prices.Select(static price => QuantityText.Energy(price.AttojoulesPerUpdate)),
            ]);
        }

        console.WriteLine("Accuracy and energy per update by stream length (bounds stand for what a library lacks)");
        console.Write(table);
    }
}
