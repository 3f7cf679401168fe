using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using Spectre.Console;

namespace ScEdge.Cli.Output;

/// <summary>
/// Where a command writes its result: tables for people, or one line of JSON.
/// </summary>
internal sealed class CommandOutput
{
    /// <summary>Name of the option that asks for JSON.</summary>
    public const string JsonName = "--json";

    // Wide enough for the tables, narrow enough to read in a file.
    private const int UsualRedirectedWidth = 120;
    private const int LeastWidth = 20;

    // What shells and other programs tell of a width (POSIX.1-2017, 8.3).
    private const string WidthVariable = "COLUMNS";

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
            Console.Profile.Width = RedirectedWidth();
        }
    }

    /// <summary>Gets the console for tables; it writes no colours into files and pipes.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Makes the option that asks for JSON.</summary>
    public static Option<bool> JsonOption() => new(JsonName) { Description = "Print one line of JSON instead of tables." };

    /// <summary>Gets the width of a help: that of the terminal, or as wide as it is in files and pipes that are told of none.</summary>
    public static int HelpWidth => System.Console.IsOutputRedirected ? ToldWidth() ?? int.MaxValue : Math.Max(LeastWidth, System.Console.WindowWidth);

    private static int RedirectedWidth() => ToldWidth() ?? UsualRedirectedWidth;

    private static int? ToldWidth() =>
        int.TryParse(Environment.GetEnvironmentVariable(WidthVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            ? Math.Max(LeastWidth, width)
            : null;

    /// <summary>Writes a text, with a line feed behind it.</summary>
    public void WriteText(string text) => _writer.Write(ForeignText.Clean(text.EndsWith('\n') ? text : text + "\n"));

    /// <summary>Writes prose, broken at words to the width of the terminal; commands to copy are for <see cref="WriteText"/>.</summary>
    public void WriteProse(string text) => Console.WriteLine(text);

    /// <summary>Hands over what was written, before another program writes to the same place.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Writes an object as one line of JSON with names in snake_case.</summary>
    public void WriteJson(object value) => _writer.Write(CommandJson.Line(value) + "\n");
}
