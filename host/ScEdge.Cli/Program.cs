using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Configuration;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Input;
using ScEdge.Kernels;

namespace ScEdge.Cli;

/// <summary>
/// The program: parses the command line, runs the command, and turns every failure into one sentence and an exit code.
/// </summary>
internal static class Program
{
    private const string TraceVariable = "SCEDGE_TRACE";

    public static int Main(string[] args)
    {
        StandardStreams.Install();
        ParseResult? result = null;
        int code = Run(args, ref result);
        return code == (int)ExitCode.Success && StandardStreams.Failure is { } reason ? LoseOutput(reason, result) : code;
    }

    private static int Run(string[] args, ref ParseResult? result)
    {
        try
        {
            CheckKernelTier();
            if (RootHelp.IsAsked(args))
            {
                RootHelp.Write(Console.Out);
                return (int)ExitCode.Success;
            }

            args = MainCommand.Spelled(args);
            RootCommand root = MainCommand.Create(args);
            result = Parse(root, args);
            result = IsConfigurable(result) ? Parse(root, Configured(args, result)) : result;
            return UsageMistake.Of(result) is { } mistake
                ? Fail(ExitCode.UsageError, $"scedge: {mistake}\n{UsageMistake.Hint(result)}")
                : result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException exception)
        {
            return Fail(ExitCode.UsageError, $"scedge: {exception.Message}\nTry: scedge {exception.Command} --help");
        }
        catch (InputException exception)
        {
            return Fail(ExitCode.BadInput, $"scedge: {OptionHint.Sentence(exception, result)}", exception);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last resort: whatever else escapes is a defect, and the user reads one sentence about it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(ExitCode.InternalError, $"scedge: internal error: {exception.Message}", exception);
        }
    }

    private static ParseResult Parse(RootCommand root, string[] args) =>
        root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>Help, completion and what shows or mends the configuration itself must work whatever stands in it.</summary>
    private static bool IsConfigurable(ParseResult result) =>
        result.Action is not ExampleHelpAction && result.CommandResult.Command is ExampleCommand { Name: not ConfigCommand.Name }
        && result.Tokens is not [{ Type: TokenType.Directive }, ..];

    private static string[] Configured(string[] args, ParseResult result)
    {
        ExampleCommand command = (ExampleCommand)result.CommandResult.Command;
        (string[] all, IReadOnlyList<ConfigurationSetting> added) =
            ConfiguredArguments.Of(args, result, ConfigurationFile.ReadAll(), command.Exclusives, command.IsIdle);
        foreach (IGrouping<string, ConfigurationSetting> file in added.GroupBy(static setting => setting.File))
        {
            Console.Error.WriteLine(ForeignText.Clean($"scedge: from {file.Key}: {string.Join(' ', file.Select(static setting => setting.Text))}"));
        }

        return all;
    }

    private static void CheckKernelTier()
    {
        if (Environment.GetEnvironmentVariable(KernelTier.Variable) is { } setting && !KernelTier.IsValid(setting))
        {
            throw new InputException(
                $"The environment variable {KernelTier.Variable} is \"{setting}\": set it to scalar, 128, 256 or 512, or not at all.");
        }
    }

    /// <summary>What a command printed is its work, but where it is the account of a work that was done all the same.</summary>
    private static int LoseOutput(string reason, ParseResult? result)
    {
        string sentence = $"scedge: standard output cannot be written ({reason})";
        if (result is { CommandResult.Command: ExampleCommand { WorksUnseen: true }, Action: not ExampleHelpAction }
            && !result.GetValue<bool>(CommandOutput.JsonName))
        {
            Console.Error.WriteLine($"{sentence}: not all was printed, the work itself was done.");
            return (int)ExitCode.Success;
        }

        return Fail(ExitCode.BadInput, $"{sentence}: not all was printed; give the output a place with room and repeat the command.");
    }

    private static int Fail(ExitCode code, string text, Exception? exception = null)
    {
        Console.Error.WriteLine(ForeignText.Clean(text));
        if (exception is not null && Environment.GetEnvironmentVariable(TraceVariable) == "1")
        {
            Console.Error.WriteLine(ForeignText.Clean(exception.ToString()));
        }
        else if (code == ExitCode.InternalError)
        {
            Console.Error.WriteLine($"This is a defect of scedge; set {TraceVariable}=1 to see where it happened.");
        }

        return (int)code;
    }
}
