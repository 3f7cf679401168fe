using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScEdge.Cli.Views;

/// <summary>
/// The table of the live view: an epoch per row, FP32 and stochastic training side by side.
/// </summary>
internal static class EpochTable
{
    /// <summary>Colour of the FP32 training.</summary>
    public const string Fp32Color = "deepskyblue1";

    /// <summary>Colour of the stochastic training.</summary>
    public const string StochasticColor = "orange1";

    /// <summary>Lines of the table that are not rows.</summary>
    public const int FrameLines = 5;

    private const string Open = "[grey]...[/]";

    /// <summary>Draws the table.</summary>
    /// <param name="rows">All rows, the one in training last.</param>
    /// <param name="most">Rows to show at most.</param>
    /// <param name="width">Width in characters where both trainings are shown.</param>
    public static IRenderable Draw(IReadOnlyList<EpochRow> rows, int most, int width)
    {
        EpochRow sample = rows[^1];
        bool both = sample is { Fp32: not null, Stochastic: not null };
        Table table = new() { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey), Width = both ? width : null };
        table.AddColumn(Column("\n[grey]seed[/]"));
        table.AddColumn(Column("\n[grey]epoch[/]"));
        AddLeg(table, sample.Fp32, "FP32", Fp32Color);
        AddLeg(table, sample.Stochastic, "SC", StochasticColor);
        if (both)
        {
            table.AddColumn(Column("[grey]drop,\npts[/]"));
        }

        foreach (EpochRow row in Choose(rows, most))
        {
            List<string> cells = [row.Seed.ToString(), row.Epoch.ToString(), .. Cells(row.Fp32, Fp32Color), .. Cells(row.Stochastic, StochasticColor)];
            if (both)
            {
                cells.Add(row.DropPoints is { } drop ? $"{drop:F2}" : Open);
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    /// <summary>Of finished seeds the last epoch is enough where space is short; then the oldest rows go.</summary>
    private static IEnumerable<EpochRow> Choose(IReadOnlyList<EpochRow> rows, int most)
    {
        IEnumerable<EpochRow> chosen = rows;
        if (rows.Count > most)
        {
            ulong current = rows[^1].Seed;
            chosen = rows.Where((row, i) => row.Seed == current || rows[i + 1].Seed != row.Seed);
        }

        return chosen.TakeLast(most);
    }

    private static TableColumn Column(string header) => new(header) { Alignment = Justify.Right, NoWrap = true };

    private static void AddLeg(Table table, LegCells? sample, string name, string color)
    {
        if (sample is not null)
        {
            table.AddColumn(Column($"[{color}]{name}[/]\n[grey]loss[/]"));
            table.AddColumn(Column("\n[grey]train %[/]"));
            table.AddColumn(Column("\n[grey]test %[/]"));
        }
    }

    private static IEnumerable<string> Cells(LegCells? leg, string color) => leg is null
        ? []
        :
        [
            leg.Loss is { } loss ? $"{loss:F4}" : "",
            leg.TrainingAccuracy is { } share ? $"{100 * share:F2}" : "",
            leg.TestAccuracy is { } accuracy ? $"[bold {color}]{100 * accuracy:F2}[/]" : Open,
        ];
}
