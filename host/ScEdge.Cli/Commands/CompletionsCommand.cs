using System.CommandLine;
using ScEdge.Cli.Completions;
using ScEdge.Cli.Parsing;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge completions</c>: prints the script that makes a shell complete this program's commands and options.
/// </summary>
internal static class CompletionsCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("completions", "Print the script that completes scedge in a shell.", AddContents)
    {
        Examples =
        [
            new("completions bash > ~/.local/share/bash-completion/completions/scedge", "bash, once; a new shell then completes scedge"),
            new("completions zsh > ~/.zfunc/_scedge", "zsh, once; the folder must be in $fpath before compinit"),
            new("completions fish > ~/.config/fish/completions/scedge.fish", "fish, once"),
            new("completions pwsh >> $PROFILE", "PowerShell, once"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string> shell = new("SHELL")
        {
            Description = "The shell that is to complete.",
            HelpName = string.Join('|', CompletionScript.Shells),
            CustomParser = static result => ValueParser.Choice(result, CompletionScript.Shells),
        };
        shell.CompletionSources.Add([.. CompletionScript.Shells]);
        command.Arguments.Add(shell);
        command.SetAction(parse => parse.InvocationConfiguration.Output.Write(
            CompletionScript.For(parse.GetRequiredValue(shell))));
    }
}
