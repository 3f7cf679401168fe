using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.IO;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Commands;

/// <summary>
/// Prints the usual help and then examples, at the root also the exit codes.
/// </summary>
/// <param name="usual">The help of the library.</param>
internal sealed class ExampleHelpAction(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Help is given even where the rest of the command line is wrong.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        foreach (string line in HelpText.Lines(Whole(parseResult), CommandOutput.HelpWidth))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return (int)ExitCode.Success;
    }

    /// <summary>Returns the help of a command, a name with its meaning in one line of whatever width.</summary>
    public string Whole(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is RootCommand)
        {
            return RootHelp.Read();
        }

        using StringWriter whole = new();
        whole.Write(OfLibrary(parseResult));
        if (parseResult.CommandResult.Command is ExampleCommand { Examples.Count: > 0 } command)
        {
            Write(command.Examples, whole);
        }

        return whole.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Returns the help of the library alone.</summary>
    internal string OfLibrary(ParseResult parseResult)
    {
        HideArgumentsAbove(parseResult.CommandResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        using StringWriter whole = new();
        parseResult.InvocationConfiguration.Output = whole;
        usual.MaxWidth = int.MaxValue;
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        return whole.ToString();
    }

    // The library shows scedge presets [NAME] fit CSV, which is no way to write it.
    private static void HideArgumentsAbove(CommandResult command)
    {
        for (CommandResult? above = command.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            foreach (Argument argument in above.Command.Arguments)
            {
                argument.Hidden = true;
            }
        }
    }

    private static void Write(IReadOnlyList<Example> examples, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (Example example in examples)
        {
            output.WriteLine($"  scedge {example.Line}");
            output.WriteLine($"      {example.Meaning}");
        }
    }
}
