using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Manuals;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ManCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pages_EveryCommand_HasOneWithItsOptions()
    {
        Dictionary<string, string> pages = ManCommand.Pages().ToDictionary(static page => page.FileName, static page => page.Text);
        RootCommand root = MainCommand.Create(["[suggest]"]);

        (string File, Command Command)[] commands = [("scedge.1", root), .. Below(root, "scedge")];
        Assert.Equal(commands.Select(static one => one.File).Order(StringComparer.Ordinal), pages.Keys.Order(StringComparer.Ordinal));
        Assert.All(commands, one => Assert.All(
            one.Command.Options.Where(static option => !option.Hidden),
            option => Assert.Contains(option.Name.Replace("-", @"\-", StringComparison.Ordinal), pages[one.File], StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_ReadByMan_HasTheSectionsOfAHelp()
    {
        ManualPage page = Assert.Single(ManCommand.Pages(), static page => page.FileName == "scedge-presets-fit.1");

        Assert.Contains(".SH NAME\nscedge\\-presets\\-fit \\- Fit the switching law to", page.Text, StringComparison.Ordinal);
        Assert.Contains(".SH SYNOPSIS\n.B scedge presets fit <CSV> [options]\n", page.Text, StringComparison.Ordinal);
        Assert.Contains(".TP\n.B \\-\\-name <NAME>\nName of the preset. [default: that of the file]\n", page.Text, StringComparison.Ordinal);
        Assert.Contains(".BR scedge\\-presets (1)\n", page.Text, StringComparison.Ordinal);
    }

    [ShellFact("groff")]
    public void Pages_Formatted_GiveNoWarning()
    {
        CommandInvocation.Run(ManCommand.Create(), _folder.Path);

        CliResult result = ShellScript.Run(_folder.Path, "ls | wc -l; groff -man -Tutf8 -ww -z *.1");
        Assert.Equal((ManCommand.Pages().Count.ToString(), ""), (result.Output.Trim(), result.Error));
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsASentence()
    {
        string file = _folder.At("file");
        File.WriteAllText(file, "");

        CliResult result = CliProcess.Run(_folder.Path, "man", Path.Combine(file, "below"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("cannot be made", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(string File, Command Command)> Below(Command command, string name) => command.Subcommands.SelectMany(
        sub => Below(sub, $"{name}-{sub.Name}").Prepend(($"{name}-{sub.Name}.1", sub)));
}
