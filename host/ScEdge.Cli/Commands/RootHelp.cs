using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;

namespace ScEdge.Cli.Commands;

/// <summary>
/// The help of the root, as the library would set it.
/// </summary>
/// <remarks>
/// Written out by hand: the library sorts and groups pairs by LINQ, whose methods for pairs are in no assembly that is compiled ahead, and the
/// just-in-time compiler takes longer for these seventy than all else of <c>scedge --help</c> that is not the start of the runtime.
/// </remarks>
internal static class RootHelp
{
    /// <summary>Writes it, a name with its meaning in one line of whatever width.</summary>
    public static void Write(RootCommand root, TextWriter output)
    {
        output.WriteLine("Description:");
        output.WriteLine($"  {root.Description}");
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  {root.HelpName} [command] [options]");
        output.WriteLine();
        List<string[]> rows = [];
        foreach (Option option in root.Options)
        {
            // Those with a slash, for Windows, say nothing new.
            List<string> names = [option.Name, .. option.Aliases];
            names.RemoveAll(static name => name[0] != '-');
            names.Sort(static (one, other) => DashesOf(one) != DashesOf(other) ? DashesOf(one) - DashesOf(other) : string.CompareOrdinal(one, other));
            rows.Add([string.Join(", ", names), option.Description ?? ""]);
        }

        WriteList("Options:", rows, output);
        rows.Clear();
        foreach (Command command in root.Subcommands)
        {
            rows.Add([command.Name, command.Description ?? ""]);
        }

        WriteList("Commands:", rows, output);
    }

    private static void WriteList(string head, List<string[]> rows, TextWriter output)
    {
        int width = 0;
        foreach (string[] row in rows)
        {
            width = Math.Max(width, row[0].Length);
        }

        output.WriteLine(head);
        foreach (string[] row in rows)
        {
            output.WriteLine($"  {row[0].PadRight(width)}  {row[1]}");
        }

        output.WriteLine();
    }

    private static int DashesOf(string name) => name.StartsWith("--", StringComparison.Ordinal) ? 2 : 1;
}
