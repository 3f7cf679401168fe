using System.CommandLine;
using System.IO;
using System.Text.Json;
using ScEdge.Training.Runs;
using Spectre.Console;

namespace ScEdge.Cli.Output;

/// <summary>
/// Where a command writes its result: tables for people, or one line of JSON.
/// </summary>
internal sealed class CommandOutput
{
    // Wide enough for the tables, narrow enough to read in a file.
    private const int RedirectedWidth = 120;

    private readonly TextWriter _writer;

    public CommandOutput(ParseResult parse)
    {
        _writer = parse.InvocationConfiguration.Output;
        AnsiConsoleOutput output = new(_writer);
        AnsiConsoleSettings settings = new() { Out = output };
        if (!output.IsTerminal)
        {
            settings.Ansi = AnsiSupport.No;
            settings.ColorSystem = ColorSystemSupport.NoColors;
        }

        Console = AnsiConsole.Create(settings);
        ForeignText.CleanOn(Console);
        if (!output.IsTerminal)
        {
            Console.Profile.Width = RedirectedWidth;
        }
    }

    /// <summary>Gets the console for tables; it writes no colours into files and pipes.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Makes the option that asks for JSON.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print one line of JSON instead of tables." };

    /// <summary>Writes a text, with a line feed behind it.</summary>
    public void WriteText(string text) => _writer.Write(ForeignText.Clean(text.EndsWith('\n') ? text : text + "\n"));

    /// <summary>Hands over what was written, before another program writes to the same place.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Writes an object as one line of JSON with names in snake_case.</summary>
    public void WriteJson(object value) => _writer.Write(JsonSerializer.Serialize(value, RunJson.Printed) + "\n");
}
