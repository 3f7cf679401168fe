using System.CommandLine;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Settings;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge reproduce</c>: trains, accounts, and holds the paper's claims against what came out.
/// </summary>
internal static class ReproduceCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "reproduce",
        "Put the claims of Lammie et al. 2021 to the test.",
        AddContents)
    {
        WorksUnseen = true,
        Details = "Trains at several stream lengths beside FP32, the passes always in FP32, accounts every update, and says of each claim "
            + "whether it is reproduced, under which assumption, or why not. Takes minutes; an interrupted reproduction goes on with the same "
            + "command and --out.",
        Examples =
        [
            new("reproduce", "five seeds of LeNet-5 on MNIST; leaves a page with the plots"),
            new("reproduce --model edge --seeds 1,2,3 --lengths 8,16,64", "a small network, three seeds"),
            new("reproduce --out runs/claims", "a folder that it continues after an interruption"),
            new("reproduce --figures figures", "every plot as SVG and CSV, too"),
            new("reproduce --epochs 1 --json | tail -n 1", "the verdicts for a script"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        ReproduceArguments arguments = new();
        arguments.AddTo(command);
        command.SetAction(parse => (int)ReproductionSession.Run(arguments.Read(parse), new CommandOutput(parse)));
    }
}
