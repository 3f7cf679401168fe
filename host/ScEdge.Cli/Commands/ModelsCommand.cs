using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Tables;
using ScEdge.Training.Networks;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge models</c>: what networks there are, and whether a file describes one.
/// </summary>
internal static class ModelsCommand
{
    private const string NothingElse = "--json-of prints a file and goes with nothing else: leave the other arguments out.";

    private static readonly ExclusivePair[] Exclusives = [new("--json-of", CommandOutput.JsonName, NothingElse)];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("models", "List the networks, check a model file, or print one to begin with.", AddContents)
    {
        Exclusives = Exclusives,
        Examples =
        [
            new("models", "the built-in networks with their layers"),
            new("models --json-of edge > mine.json", "a file to change: number of channels, layers, classes"),
            new("models mine.json", "check the file and show its shapes"),
            new("train --model mine.json", "train it"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string?> model = new("NAME|FILE")
        {
            HelpName = "NAME|FILE",
            Description = "A built-in network, or a JSON file to check.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        model.CompletionSources.Add([.. ModelCatalogue.Names]);
        Option<string?> jsonOf = new("--json-of")
        {
            Description = "Print the JSON file of a network, to begin one's own with.",
            HelpName = string.Join('|', ModelCatalogue.Names),
        };
        jsonOf.CompletionSources.Add([.. ModelCatalogue.Names]);
        Option<bool> json = CommandOutput.JsonOption();
        command.Arguments.Add(model);
        command.Options.Add(jsonOf);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            ExclusivePair.Refuse(parse, "models", Exclusives);
            Run(parse.GetValue(model), parse.GetValue(jsonOf), parse.GetValue(json), new CommandOutput(parse));
        });
    }

    private static void Run(string? model, string? jsonOf, bool json, CommandOutput output)
    {
        if (jsonOf is not null)
        {
            if (model is not null)
            {
                throw new UsageException("models", NothingElse);
            }

            output.WriteText(ModelFile.Format(Find(jsonOf)));
            return;
        }

        ModelSummary[] models = [.. (model is null ? ModelCatalogue.Names : [model]).Select(name => new ModelSummary(Find(name)))];
        if (json)
        {
            output.WriteJson(model is null ? new { Models = models.Select(one => one.ToJson()) } : models[0].ToJson());
            return;
        }

        foreach (ModelSummary one in models)
        {
            one.Write(output.Console);
        }

        if (model is null)
        {
            output.WriteProse(
                "The built-in networks fit themselves to other images and classes; shown is what they are for MNIST. A file of one's own:");
            output.WriteText("  scedge models --json-of edge > mine.json");
        }
    }

    /// <summary>The shapes are those for MNIST where the network fits itself to the data.</summary>
    private static ModelDescription Find(string name) =>
        ModelCatalogue.Names.Contains(name) || (!File.Exists(name) && Path.GetExtension(name).Length == 0)
            ? ModelCatalogue.Create(name, channels: 1, height: 28, width: 28, classes: 10)
            : ModelFile.Read(name);
}
