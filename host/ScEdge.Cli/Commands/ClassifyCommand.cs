using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Classification;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge classify</c>: a board reads characters.
/// </summary>
internal static class ClassifyCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "classify", "Have a board read pictures, every multiplication in bit streams.", AddContents)
    {
        Examples =
        [
            new("classify --port /dev/ttyUSB0 --image seven.png", "a picture of one character"),
            new("classify --image mnist#0-9", "ten test images that come with the program, by the only board here"),
            new("classify --port ./board --image mnist#4 --length 16 --until 0.99", "short streams, again until a class leads clearly"),
            new("classify --port /dev/ttyUSB0 --parameters runs/lenet5 --image mnist#0-9", "with a network of a run, whatever the board holds"),
            new("classify --port ./board --image t10k-images-idx3-ubyte#7 --json", "an image of an IDX file, as JSON"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<string[]> image = new("--image")
        {
            HelpName = "FILE|FILE#N|mnist#N",
            Description = "A PNG, JPEG, BMP or PGM file of one character; number N, or N-M, of an IDX file or of the test images that come with the "
                + "program. Repeatable. [default: mnist#0]",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<int> length = new("--length")
        {
            HelpName = "N", Description = "Bits per stream, a power of two. [default: what the board has, or 32]", CustomParser = ValueParser.Whole,
        };
        Option<string> source = new("--source")
        {
            HelpName = string.Join('|', SettingNames.BoardSources.Keys),
            Description = "What makes the bits: cells for every number, or one sequence of random numbers for all numbers of a layer. "
                + "[default: what the board has, or cbram-shared]",
            CustomParser = result => ValueParser.Choice(result, SettingNames.BoardSources.Keys),
        };
        source.CompletionSources.Add([.. SettingNames.BoardSources.Keys]);
        Option<double> until = new("--until")
        {
            HelpName = "CONFIDENCE",
            Description = "Read a picture again and again with fresh streams until a class leads with this confidence, such as 0.99.",
            CustomParser = ValueParser.Number,
        };
        Option<ulong> seed = new("--seed")
        {
            HelpName = "N", Description = "Seed of the streams.", CustomParser = ValueParser.Seed, DefaultValueFactory = static _ => 1,
        };
        Option<string> parameters = new("--parameters")
        {
            HelpName = "FILE|RUNDIR",
            Description = "Read with the network of this file or run: its weights go to the board, or through it for every few images where they do "
                + "not fit. [default: the network that the board has]",
        };
        PortOptions port = new();
        Option<bool> json = CommandOutput.JsonOption();
        foreach (Option option in (IEnumerable<Option>)[image, parameters, length, source, until, seed])
        {
            command.Options.Add(option);
        }

        port.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            ClassifySettings settings = new(
                parse.GetValue(image) is { Length: > 0 } images ? images : ["mnist#0"],
                parse.IsGiven(length) ? Length(parse.GetValue(length)) : null,
                parse.IsGiven(source) ? SettingNames.BoardSources[parse.GetRequiredValue(source)] : null,
                parse.IsGiven(until) ? Confidence(parse.GetValue(until)) : null,
                parse.GetValue(parameters),
                parse.GetValue(seed));
            using InterruptSignal interrupt = new();
            using BoardConnection connection = BoardPorts.Open(port.Address(parse), port.Settings(parse, interrupt.Token));
            ClassifySession session = new(connection, settings);
            IReadOnlyList<ClassifiedPicture> pictures = session.Run();
            ClassifySummary.Of(connection.Name, settings, session.Network!, session.ImagesPerPass, pictures)
                .WriteTo(new CommandOutput(parse), parse.GetValue(json));
        });
    }

    private static int Length(int length) => PassSettings.IsLength(length)
        ? length
        : throw new InputException(
            $"Streams of {length} bits cannot be used: give --length a power of two from {PassSettings.ShortestLength} to "
            + $"{PassSettings.LongestLength}.");

    private static double Confidence(double confidence)
    {
        StreamEvaluationRequest.RequireConfidence(confidence);
        return confidence;
    }
}
