using System;
using System.Text.Json;

namespace ScEdge.Cli.Tests;

/// <summary>
/// What a process printed and how it ended.
/// </summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>Gets the last line of stdout as JSON; shows stderr where there is none.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.True(OutputLines.Length > 0, $"exit code {ExitCode} and nothing on stdout\nstderr:\n{Error}");
            return JsonDocument.Parse(OutputLines[^1]).RootElement;
        }
    }

    /// <summary>Gets the lines of stdout.</summary>
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets the lines of stderr.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Checks the exit code and shows what was printed if it is another.</summary>
    public CliResult AssertExit(int code)
    {
        Assert.True(code == ExitCode, $"exit code {ExitCode} instead of {code}\nstdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }
}
