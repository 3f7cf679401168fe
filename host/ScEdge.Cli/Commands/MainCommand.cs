using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Linq;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Commands;

/// <summary>
/// The root of the command line.
/// </summary>
internal static class MainCommand
{
    private const string HelpWord = "help";

    /// <summary>Returns a command line with <c>help COMMAND</c> as <c>COMMAND --help</c>.</summary>
    public static string[] Spelled(string[] arguments) => arguments is [HelpWord, ..] ? [.. arguments[1..], "--help"] : arguments;

    /// <summary>Makes the command as far as a command line needs it: all sub-commands, the contents of the one that is named.</summary>
    /// <param name="arguments">The command line.</param>
    public static RootCommand Create(IReadOnlyList<string> arguments)
    {
        RootCommand root = new(
            "Trains small CNNs whose parameter updates are computed with stochastic bit streams from modelled CBRAM cells, here or on boards, "
            + "and accounts what that would cost in silicon.")
        {
            HelpName = "scedge",
        };
        ExampleCommand[] commands =
        [
            TrainCommand.Create(),
            EvalCommand.Create(),
            DatasetsCommand.Create(),
            ModelsCommand.Create(),
            PresetsCommand.Create(),
            CostCommand.Create(),
            SiliconCommand.Create(),
            ReproduceCommand.Create(),
            SweepCommand.Create(),
            RunsCommand.Create(),
            CompareCommand.Create(),
            BenchCommand.Create(),
            EmulateCommand.Create(),
            PortsCommand.Create(),
            DeviceCommand.Create(),
            ParamsCommand.Create(),
            ClassifyCommand.Create(),
            MonitorCommand.Create(),
            FlashCommand.Create(),
            ServeCommand.Create(),
            ConfigCommand.Create(),
            CompletionsCommand.Create(),
            ManCommand.Create(),
        ];
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show help; also behind each command.";
        ExampleHelpAction action = new((HelpAction)help.Action!);
        help.Action = action;
        foreach (ExampleCommand command in commands)
        {
            root.Subcommands.Add(command);
            if (IsNamed(command, arguments))
            {
                command.Complete();
                if (command.Action is null)
                {
                    // Of a command that only has others below it one wants to see those.
                    command.SetAction(action.Invoke);
                }
            }
        }

        VersionOption version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version.";
        version.Aliases.Add("-v");
        version.Action = new VersionAction();

        // Without a command the newcomer wants to see what there is.
        root.SetAction(action.Invoke);
        return root;
    }

    private static bool IsNamed(ExampleCommand command, IReadOnlyList<string> arguments)
    {
        foreach (string argument in arguments)
        {
            // A shell that completes a line hands it over as one argument behind a directive.
            if (argument == command.Name || argument.StartsWith('['))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(VersionText.Line);
            return (int)ExitCode.Success;
        }
    }
}
