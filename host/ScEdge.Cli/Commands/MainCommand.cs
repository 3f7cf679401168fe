using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Linq;

namespace ScEdge.Cli.Commands;

/// <summary>
/// The root of the command line.
/// </summary>
internal static class MainCommand
{
    /// <summary>Makes the command with all sub-commands.</summary>
    public static RootCommand Create()
    {
        RootCommand root = new("Trains small CNNs whose parameter updates are computed with stochastic bit streams from modelled CBRAM cells, here or on boards, and accounts what that would cost in silicon.")
        {
            HelpName = "scedge",
        };
        root.Add(TrainCommand.Create());
        root.Add(EvalCommand.Create());
        root.Add(DatasetsCommand.Create());
        root.Add(ModelsCommand.Create());
        root.Add(PresetsCommand.Create());
        root.Add(CostCommand.Create());
        root.Add(ReproduceCommand.Create());
        root.Add(BenchCommand.Create());
        root.Add(EmulateCommand.Create());
        root.Add(PortsCommand.Create());
        root.Add(DeviceCommand.Create());
        root.Add(ParamsCommand.Create());
        root.Add(MonitorCommand.Create());
        root.Add(CompletionsCommand.Create());
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show help; also behind each command.";
        ExampleHelpAction action = new((HelpAction)help.Action!);
        help.Action = action;
        VersionOption version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version.";
        version.Action = new VersionAction();

        // Without a command the newcomer wants to see what there is.
        root.SetAction(action.Invoke);
        return root;
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(ProgramVersion.Line);
            return (int)ExitCode.Success;
        }
    }
}
