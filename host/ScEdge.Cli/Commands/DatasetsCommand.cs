using System.CommandLine;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge datasets</c>: what images there are to train on, and what a folder holds.
/// </summary>
internal static class DatasetsCommand
{
    private static readonly (string Names, string Meaning)[] Files =
    [
        ("train-images-idx3-ubyte, train-labels-idx1-ubyte", "training images and their classes"),
        ("t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte", "test images and their classes"),
    ];

    private static readonly (string Names, string Meaning)[] EmnistFiles =
    [
        ("emnist-letters-train-images-idx3-ubyte.gz ...", "26 classes; labels 1 to 26 become A to Z"),
        ("emnist-balanced-..., emnist-bymerge-...", "47 classes"),
        ("emnist-byclass-...", "62 classes"),
        ("emnist-digits-..., emnist-mnist-...", "10 classes"),
    ];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("datasets", "List the images to train on, or inspect a folder of them.", AddContents)
    {
        Examples =
        [
            new("datasets", "what there is, and how to give a folder"),
            new("datasets emnist-letters", "classes, sizes and a picture of what the folder holds"),
            new("datasets gzip --split letters", "one of the data sets of the EMNIST archive"),
            new("datasets mnist --json", "the same of the embedded images, as JSON"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string?> directory = new("DIR")
        {
            HelpName = "DIR",
            Description = "A folder of IDX files to inspect, or mnist for the embedded images.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> split = new("--split")
        {
            Description = "Which data set of a folder that holds several, such as letters. [default: the only one]",
            HelpName = "NAME",
        };
        split.CompletionSources.Add([.. SettingNames.Splits]);
        Option<bool> json = CommandOutput.JsonOption();
        command.Arguments.Add(directory);
        command.Options.Add(split);
        command.Options.Add(json);
        command.SetAction(parse => Run(parse.GetValue(directory), parse.GetValue(split), parse.GetValue(json), new CommandOutput(parse)));
    }

    private static void Run(string? directory, string? split, bool json, CommandOutput output)
    {
        DatasetSummary summary = new(
            directory ?? "mnist", RunComposition.LoadDataset(directory ?? "mnist", split));
        if (json)
        {
            output.WriteJson(directory is null ? new { Datasets = new[] { summary.ToJson() } } : summary.ToJson());
        }
        else if (directory is null)
        {
            summary.WriteLine(output.Console);
            WriteFolders(output);
        }
        else
        {
            summary.Write(output.Console);
        }
    }

    private static void WriteFolders(CommandOutput output)
    {
        output.WriteProse("\nAny other data: give a folder with --dataset DIR. It holds four IDX files, plain or .gz, named\n");
        Write(output, Files);
        output.WriteProse("\nor the same of EMNIST, as its archive names them; --split NAME chooses one of several:\n");
        Write(output, EmnistFiles);
        output.WriteProse(
            "\nThe files may lie in raw or gzip below the folder, or below a folder in it, as archives and libraries lay them (ROOT/MNIST/raw); "
            + "where one lies plain beside its .gz, the plain one is read.");
        output.WriteProse(
            "\nEMNIST stores its images column by column; they are turned upright. The built-in networks fit themselves to the size of the images "
            + "and the number of classes.");
    }

    private static void Write(CommandOutput output, (string Names, string Meaning)[] files)
    {
        FactList list = new();
        foreach ((string names, string meaning) in files)
        {
            list.Add(names, meaning);
        }

        output.Console.Write(list);
    }
}
