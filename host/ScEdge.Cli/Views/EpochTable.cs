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

    /// <summary>Colour of the training in fixed-point arithmetic.</summary>
    public const string FixedColor = "mediumspringgreen";

    /// <summary>Lines of the table that are not rows.</summary>
    public const int FrameLines = 5;

    // From here on the training accuracies fit beside the others, the losses, a border.
    private const int Roomy = 90;
    private const int Medium = 74;
    private const int Narrow = 56;
    private const string Open = "[grey]...[/]";

    /// <summary>Returns the name and the colour of a leg.</summary>
    public static (string Name, string Color) Look(string leg) => leg switch
    {
        "fp32" => ("FP32", Fp32Color),
        "fixed" => ("fixed", FixedColor),
        _ => ("SC", StochasticColor),
    };

    /// <summary>Draws the table.</summary>
    /// <param name="rows">All rows, the one in training last.</param>
    /// <param name="most">Rows to show at most.</param>
    /// <param name="width">Width in characters where both trainings are shown.</param>
    public static IRenderable Draw(IReadOnlyList<EpochRow> rows, int most, int width)
    {
        EpochRow sample = rows[^1];
        bool both = sample is { Fp32: not null, Stochastic: not null };
        bool isBare = width < Narrow;
        Table table = new()
        {
            Border = isBare ? TableBorder.None : TableBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Width = both && !isBare ? width : null,
        };
        table.AddColumn(Column("\n[grey]seed[/]"));
        table.AddColumn(Column("\n[grey]epoch[/]"));
        Detail detail = width >= Roomy || (sample.Fixed is null && width >= Medium) ? Detail.All : width >= Medium ? Detail.Loss : Detail.Accuracy;
        AddLeg(table, sample.Fp32, "fp32", detail);
        AddReference(table, sample.Fixed);
        AddLeg(table, sample.Stochastic, "sc", detail);
        if (both)
        {
            table.AddColumn(Column("[grey]drop,\npts[/]"));
        }

        foreach (TableColumn column in isBare ? table.Columns : [])
        {
            column.Padding = new Padding(0, 0, 1, 0);
        }

        foreach (EpochRow row in Choose(rows, most))
        {
            List<string> cells =
            [
                row.Seed.ToString(),
                row.Epoch.ToString(),
                .. Cells(row.Fp32, Fp32Color, detail),
                .. row.Fixed is null ? [] : new[] { Accuracy(row.Fixed, FixedColor) },
                .. Cells(row.Stochastic, StochasticColor, detail),
            ];
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

    private static void AddLeg(Table table, LegCells? sample, string leg, Detail detail)
    {
        if (sample is null)
        {
            return;
        }

        (string name, string color) = Look(leg);
        string title = $"[{color}]{name}[/]";
        if (detail >= Detail.Loss)
        {
            table.AddColumn(Column($"{title}\n[grey]loss[/]"));
            title = "";
        }

        if (detail == Detail.All)
        {
            table.AddColumn(Column("\n[grey]train %[/]"));
        }

        table.AddColumn(Column($"{title}\n[grey]val %[/]"));
    }

    /// <summary>Of the fixed-point training the accuracy is enough.</summary>
    private static void AddReference(Table table, LegCells? sample)
    {
        if (sample is not null)
        {
            (string name, string color) = Look("fixed");
            table.AddColumn(Column($"[{color}]{name}[/]\n[grey]val %[/]"));
        }
    }

    private static IEnumerable<string> Cells(LegCells? leg, string color, Detail detail)
    {
        if (leg is null)
        {
            return [];
        }

        string loss = leg.Loss is { } value ? $"{value:F4}" : "";
        string training = leg.TrainingAccuracy is { } share ? $"{100 * share:F2}" : "";
        return detail switch
        {
            Detail.All => [loss, training, Accuracy(leg, color)],
            Detail.Loss => [loss, Accuracy(leg, color)],
            _ => [Accuracy(leg, color)],
        };
    }

    private static string Accuracy(LegCells leg, string color) =>
        leg.ValidationAccuracy is { } accuracy ? $"[bold {color}]{100 * accuracy:F2}[/]" : Open;

    /// <summary>How much of a training there is room for.</summary>
    private enum Detail
    {
        Accuracy,
        Loss,
        All,
    }
}
