using System;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class CompletionsCommandTests
{
    public static TheoryData<string> Shells => ["bash", "zsh", "fish", "pwsh"];

    [Theory]
    [MemberData(nameof(Shells))]
    public void Completions_Script_AsksTheProgram(string shell)
    {
        string script = CommandInvocation.Run(CompletionsCommand.Create(), shell).Output;

        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
        Assert.Contains("scedge", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
        Assert.EndsWith("\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Completions_UnknownShell_IsAUsageError()
    {
        string[] arguments = ["completions", "cmd"];

        Assert.NotEmpty(MainCommand.Create(arguments).Parse(arguments).Errors);
    }

    [Theory]
    [InlineData("scedge ", "train eval datasets models presets cost bench completions")]
    [InlineData("scedge eval --pa", "--parameters")]
    [InlineData("scedge presets ", "fit jo2009 gaba2013 laguna2023 hennen2024 ideal")]
    [InlineData("scedge models --json-of ", "lenet5 edge")]
    [InlineData("scedge eval --dataset ", "mnist")]
    [InlineData("scedge completions ", "bash zsh fish pwsh")]
    public void Suggest_Line_OffersWhatMayFollow(string line, string expected)
    {
        string[] suggestions = Suggest(line);

        Assert.All(expected.Split(' '), one => Assert.Contains(one, suggestions));
    }

    [Theory]
    [InlineData("scedge ev", "eval")]
    [InlineData("./bin/scedge presets ga", "gaba2013")]
    [InlineData("scedge eval --dataset=m", "mnist")]
    public void Bash_Line_IsCompleted(string line, string expected)
    {
        if (!File.Exists("/bin/bash"))
        {
            return;
        }

        // The program is a function here, which answers every question with all there is at this place.
        string asked = $"scedge{line[line.IndexOf(' ', StringComparison.Ordinal)..].Replace('=', ' ')}";
        string script = CommandInvocation.Run(CompletionsCommand.Create(), "bash").Output + $$"""
            answer() {
                [[ $1 == "[suggest:{{asked.Length}}]" && $2 == "{{asked}}" ]] &&
                    printf '%s\n' {{string.Join(' ', Suggest(asked))}} eval gaba2013 mnist /h
            }
            eval "function {{line.Split(' ')[0]}} { answer \"\$@\"; }"
            COMP_LINE="{{line}}" COMP_POINT={{line.Length}} COMP_WORDS=({{line}})
            _scedge "${COMP_WORDS[0]}" "{{line.Split(' ', '=')[^1]}}" ""
            printf '%s ' "${COMPREPLY[@]}"
            """;

        Assert.Equal([expected], RunBash(script).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());
    }

    private static string[] Suggest(string line)
    {
        StringWriter output = new() { NewLine = "\n" };
        string[] arguments = [$"[suggest:{line.Length}]", line];
        MainCommand.Create(arguments).Parse(arguments).Invoke(
            new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string RunBash(string script)
    {
        using Process bash = Process.Start(new ProcessStartInfo("/bin/bash", ["--norc", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        bash.StandardInput.Write(script);
        bash.StandardInput.Close();
        string output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return output;
    }
}
