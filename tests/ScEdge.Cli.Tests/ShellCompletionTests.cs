using System;
using System.IO;
using System.Linq;

namespace ScEdge.Cli.Tests;

/// <summary>
/// The scripts of <c>scedge completions</c> in the shells themselves, which ask the built program.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class ShellCompletionTests : IDisposable
{
    // What is typed, and what must be among the suggestions: a command, a value, a port, the next word of a list.
    private static readonly (string Typed, string Expected)[] Lines =
    [
        ("scedge ev", "eval"),
        ("scedge train --port em", "emulator:"),
        ("scedge monitor --only te", "telemetry"),
        ("scedge monitor --only text,te", "text,telemetry"),
    ];

    private readonly TemporaryFolder _folder = new();

    public ShellCompletionTests()
    {
        string program = _folder.At("scedge");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "scedge.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [ShellFact("bash")]
    public void Bash_Lines_AreCompleted() => AssertCompleted(
        "bash", "scedge completions bash > script; cat asked >> script; bash --norc script", """
        complete_line() {
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            _scedge scedge "${COMP_WORDS[-1]}" ""
            echo "$1: ${COMPREPLY[*]}"
        }
        """, static line => $"complete_line '{line}'");

    [ShellFact("zsh")]
    public void Zsh_Lines_AreCompleted() => AssertCompleted(
        "zsh", "scedge completions zsh > script; cat asked > asking; zsh -f asking", """
        zmodload zsh/zpty
        # A shell on a terminal of its own; the candidates are printed where compadd would take them.
        zpty shell zsh -f -i
        zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; source ./script; compadd() { print -r -- "<$candidates>"; }; print ready''!'
        zpty -r shell answer '*ready!*'
        complete_line() {
            zpty -w -n shell "$1"$'\t'
            zpty -r shell answer '*<*>*'
            print -r -- "$1: ${${answer#*<}%%>*}"
            zpty -w -n shell $'\x15'
        }
        """, static line => $"complete_line '{line}'");

    [ShellFact("fish")]
    public void Fish_Lines_AreCompleted() => AssertCompleted(
        "fish", "scedge completions fish > script; cat asked >> script; fish --no-config script", "",
        static line => $"echo '{line}:' (complete --do-complete '{line}')");

    [ShellFact("pwsh")]
    public void PowerShell_Lines_AreCompleted() => AssertCompleted(
        "pwsh", "scedge completions pwsh > script.ps1; cat asked >> script.ps1; pwsh -NoProfile -File script.ps1", "",
        static line => $"'{line}: ' + (TabExpansion2 '{line}' {line.Length}).CompletionMatches.CompletionText");

    public void Dispose() => _folder.Dispose();

    private void AssertCompleted(string shell, string lines, string before, Func<string, string> ask)
    {
        File.WriteAllText(_folder.At("asked"), $"{before}\n{string.Concat(Lines.Select(line => ask(line.Typed) + "\n"))}");

        CliResult result = ShellScript.Run(_folder.Path, $"PATH=$PWD:$PATH\nunset -f scedge\nexport HOME=$PWD\n{lines}");

        Assert.True(result.Error.Length == 0, $"{shell}: {result.Error}");
        string[] answers = result.Output.Split('\n');
        Assert.All(Lines, line =>
        {
            string answer = Assert.Single(answers, answer => answer.StartsWith(line.Typed + ":", StringComparison.Ordinal));
            Assert.Contains(line.Expected, answer[(line.Typed.Length + 1)..].Split(' '));
        });
    }
}
