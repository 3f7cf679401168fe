using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Figures;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge compare</c>: finished runs beside each other.
/// </summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "compare", "Compare finished runs: settings that differ, accuracies paired by seed and image, costs.", AddContents)
    {
        Details = "Every run is held against the first, over the seeds that both have.",
        Examples =
        [
            new("compare runs/a runs/b", "two runs"),
            new("compare runs/lengths/*", "several against the first"),
            new("compare runs/a runs/b --figures figures", "curves and costs in the same charts, as SVG and CSV"),
            new("compare runs/a runs/b --json", "the figures for a script"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string[]> folders = new("RUN") { Description = "Folders of runs, two or more.", Arity = ArgumentArity.OneOrMore };
        Option<bool> json = CommandOutput.JsonOption();
        command.Add(folders);
        Option<string> figures = FiguresOption.Create();
        command.Add(figures);
        command.Add(json);
        command.SetAction(parse =>
        {
            string[] paths = parse.GetRequiredValue(folders);
            if (paths.Length < 2)
            {
                throw new UsageException("compare", "One run has nothing to be compared with: give two or more.");
            }

            (string Name, FoundRun Run)[] runs = [.. paths.Select(static path => (path, RunCatalog.Open(path)))];
            ComparisonTable table = new(new RunComparison([.. runs.Select(static one => one.Run)]));
            CommandOutput output = new(parse);
            int count = FiguresOption.Open(parse.GetValue(figures))
                ?.Write(ComparisonFigures.Curves(runs, "compare-"), ComparisonFigures.TradeOffs(runs, "compare-")) ?? 0;
            if (parse.GetValue(json))
            {
                output.WriteJson(table.ToJson());
            }
            else
            {
                output.WriteText(table.Folders());
                table.Write(output.Console);
                if (parse.GetValue(figures) is { } path)
                {
                    output.WriteText(FiguresOption.Sentence(path, count));
                }
            }
        });
    }
}
