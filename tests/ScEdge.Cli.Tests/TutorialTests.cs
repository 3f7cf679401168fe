using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Runs every line of the tutorials that stands apart, in one folder, in their order.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class TutorialTests : IDisposable
{
    private const string Indent = "    ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string Tutorials = Path.Combine(JsonSchemaCheck.Folder, "..", "tutorials");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LongTheory]
    [InlineData("student.md", "runs/first/report.html")]
    [InlineData("researcher.md", "runs/search/search.csv")]
    [InlineData("board.md", "runs/there/report.html")]
    public void Tutorial_EveryLine_EndsWithSuccess(string name, string last)
    {
        string[] lines = [.. Lines(name)];
        Assert.NotEmpty(lines);

        // The first line that fails ends the shell, and the shell every board in the background: each job is a process group of its own.
        const string Ending = "trap 'jobs -p | xargs -r -I{} kill -- -{} 2>/dev/null || true' EXIT";
        CliResult result = ShellScript.Run(_folder.Path, $"{Ending}\nset -e -m\n{string.Join('\n', lines)}", Patience);
        result.AssertExit(0);
        Assert.True(File.Exists(_folder.At(last)), last);
    }

    [Fact]
    public void Tutorials_ReadmeNamesAll_AndAllAreTested() => Assert.Equal(
        ["README.md", "board.md", "researcher.md", "student.md"],
        Directory.GetFiles(Tutorials).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(Tutorials, name))
        .Where(static line => line.StartsWith(Indent, StringComparison.Ordinal)).Select(static line => line[Indent.Length..]);
}
