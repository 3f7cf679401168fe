using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Linq;
using ScEdge.Cli.Manuals;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge man</c>: the manual pages, made from the options that the program parses.
/// </summary>
internal static class ManCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("man", "Write the manual pages for man, one of every command.", AddContents)
    {
        Examples = [new("man ~/.local/share/man/man1", "then man scedge-train")],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string> folder = new("DIR") { Description = "Folder for the pages; what stands there under their names is replaced." };
        command.Arguments.Add(folder);
        command.SetAction(parse =>
        {
            string path = parse.GetRequiredValue(folder);
            CreateFolder(path);
            foreach (ManualPage page in Pages())
            {
                AtomicFile.WriteText(Path.Combine(path, page.FileName), page.Text);
            }
        });
    }

    /// <summary>Returns the page of the program and those of all commands.</summary>
    public static IReadOnlyList<ManualPage> Pages() => [.. Pages(MainCommand.Create([]), [])];

    private static IEnumerable<ManualPage> Pages(Command command, string[] path)
    {
        // A command is made for one line; its own has its options.
        string[] line = [.. path, "--help"];
        RootCommand root = MainCommand.Create(line);
        ExampleHelpAction help = (ExampleHelpAction)root.Options.OfType<HelpOption>().Single().Action!;
        ParseResult parse = root.Parse(line);
        yield return ManualPage.Of(path, help.Whole(parse));
        foreach (ManualPage page in parse.CommandResult.Command.Subcommands.SelectMany(sub => Pages(sub, [.. path, sub.Name])))
        {
            yield return page;
        }
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (System.Exception exception) when (exception is IOException or System.UnauthorizedAccessException)
        {
            throw new InputException($"The folder {path} cannot be made ({exception.Message.TrimEnd('.')}): give another.", exception);
        }
    }
}
