using ScEdge.Cli.Configuration;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Settings;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge sweep</c>: many trainings by one plan.
/// </summary>
internal static class SweepCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("sweep", "Train many points, each from several seeds, and compare them.", AddContents)
    {
        WorksUnseen = true,
        Exclusives = ClusterOptions.Exclusives,
        IsIdle = static (given, name) => ClusterOptions.IsIdle(given, name) || SearchOptions.IsIdle(given, name),
        Details = "A point is one set of train's settings. Every training is a run of its own in the sweep's folder; an interrupted sweep, "
            + "even a killed one, goes on with the same command, and a plan that grows trains only what is new. A training that fails does not "
            + "stop the others.",
        Examples =
        [
            new("sweep --vary stream-length=8,16,32 --vary cbram=jo2009,gaba2013 --seeds 1..5", "six points from five seeds each"),
            new("sweep plan.json", "a plan with grids, lists that go together, single points and conditions"),
            new("sweep plan.json --seeds 1..10 --jobs 4 --out runs/lengths", "more seeds, four trainings at a time"),
            new("sweep plan.json --optimize accuracy,energy --budget 40", "search a plan that is too large to train, beside points at random"),
            new("sweep plan.json --on slurm --time 2:00:00 --memory 2G --chunk 4", "on a cluster: a job array, four trainings to a task"),
            new("sweep plan.json --on slurm --attach", "come back to it"),
            new("sweep plan.json --dry-run", "the points, the number of trainings, and how long they take"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        SweepArguments arguments = new();
        arguments.AddTo(command);
        command.SetAction(parse => (int)SweepSession.Run(
            arguments.Read(parse), new CommandOutput(parse), taskVariables: [$"{ConfigurationPlaces.Variable}="]));
    }
}
