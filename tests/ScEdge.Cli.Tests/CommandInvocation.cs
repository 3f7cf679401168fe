using System.CommandLine;
using System.IO;
using System.Text.Json;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Runs one command in this process and keeps what it prints.
/// </summary>
/// <param name="Output">Standard output.</param>
internal sealed record CommandInvocation(string Output)
{
    /// <summary>Gets the last line as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output.TrimEnd('\n').Split('\n')[^1]).RootElement;

    /// <summary>Runs the command; exceptions pass through.</summary>
    public static CommandInvocation Run(Command command, params string[] arguments)
    {
        (command as ExampleCommand)?.Complete();
        RootCommand root = new() { command };
        ParseResult result = root.Parse([command.Name, .. arguments]);
        Assert.Empty(result.Errors);
        StringWriter output = new() { NewLine = "\n" };
        int code = result.Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        Assert.Equal(0, code);
        return new CommandInvocation(output.ToString());
    }
}
