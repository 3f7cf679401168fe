using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Settings;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Passes;
using Spectre.Console;

namespace ScEdge.Cli.Classification;

/// <summary>
/// What a board made of pictures, as text and for programs.
/// </summary>
internal static class ClassifySummary
{
    private const int BarLength = 20;

    /// <summary>Makes the answer of the command.</summary>
    /// <param name="board">Address of the board.</param>
    /// <param name="settings">How it was to read.</param>
    /// <param name="network">The network in force.</param>
    /// <param name="imagesPerPass">How many images one pass of streamed weights serves; null where the board has them.</param>
    /// <param name="pictures">What was read.</param>
    public static DeviceAnswer Of(
        string board, ClassifySettings settings, NetworkResponse network, int? imagesPerPass, IReadOnlyList<ClassifiedPicture> pictures) => new(
        new
        {
            Port = board,
            network.Length,
            Source = SettingNames.Of((StreamSource)network.Source),
            settings.Until,
            settings.Seed,
            ProductsPerImage = network.Products,
            ImagesPerPassOfWeights = imagesPerPass,
            Images = pictures.Select(static one => new
            {
                Image = one.Picture.Name,
                one.Picture.Label,
                Class = one.Logits.Leader,
                Logits = one.Means,
                one.Logits.Lead,
                Deviation = one.Logits.Readings < 2 ? (double?)null : one.Logits.Deviation,
                one.Logits.Readings,
                Decided = one.IsDecided,
                one.Bits,
                BoardSeconds = one.BoardMicroseconds * 1e-6,
            }),
        },
        console => Write(console, Facts(board, settings, network, imagesPerPass), pictures));

    private static FactList Facts(string board, ClassifySettings settings, NetworkResponse network, int? imagesPerPass)
    {
        FactList facts = new();
        facts.Add("board", board);
        facts.Add("network", Text($"{network.Width} x {network.Height} pixels, {network.Classes} classes, {network.Products:N0} multiplications"));
        string until = settings.Until is { } confidence ? Text($", again until a class leads with confidence {confidence}") : "";
        facts.Add("streams", Text($"{SettingNames.Of((StreamSource)network.Source)}, {network.Length} bits, seed {settings.Seed}{until}"));
        if (imagesPerPass is { } images)
        {
            facts.Add("weights", StreamedWeights.Text(images));
        }

        return facts;
    }

    private static void Write(IAnsiConsole console, FactList facts, IReadOnlyList<ClassifiedPicture> pictures)
    {
        if (pictures.Count == 1)
        {
            WriteOne(console, facts, pictures[0]);
            return;
        }

        console.Write(facts);
        TextTable table = new(1, ["image", "label", "class", "ahead by", "readings", "ms on the board", "bits"]);
        foreach (ClassifiedPicture one in pictures)
        {
            bool isWrong = one.Picture.Label is { } label && label != one.Logits.Leader;
            table.Add(((string[])
            [
                one.Picture.Name, one.Picture.Label?.ToString(CultureInfo.InvariantCulture) ?? "", Text($"{one.Logits.Leader}"),
                Text($"{one.Logits.Lead:F2}"), Text($"{one.Logits.Readings}"), Text($"{one.BoardMicroseconds / 1000.0:F1}"), CountText.Of(one.Bits),
            ]).Select((text, i) => (text, i == 2 && isWrong ? new Style(Color.Red) : (Style?)null)));
        }

        console.Write(table);
        ClassifiedPicture[] known = [.. pictures.Where(static one => one.Picture.Label is not null)];
        if (known.Length > 0)
        {
            int right = known.Count(static one => one.Picture.Label == one.Logits.Leader);
            console.WriteLine(Text($"{right} of {known.Length} are as they are labelled."));
        }

        int undecided = pictures.Count(static one => one.IsDecided == false);
        if (undecided > 0)
        {
            console.WriteLine(Text($"{undecided} were still open after the most readings and went to the class that led."));
        }
    }

    private static void WriteOne(IAnsiConsole console, FactList facts, ClassifiedPicture one)
    {
        facts.Add("image", one.Picture.Name + (one.Picture.Changes.Length > 0 ? $", {one.Picture.Changes}" : ""));
        string label = one.Picture.Label is { } known ? Text($", labelled {known}") : "";
        facts.Add("class", Text($"{one.Logits.Leader}{label}, ahead by {one.Logits.Lead:F2}"), new Style(Color.Green, decoration: Decoration.Bold));
        string decided = one.IsDecided == false ? ", still open" : "";
        string readings = one.Logits.Readings == 1 ? "once" : Text($"{one.Logits.Readings} times{decided}");
        facts.Add("read", Text($"{readings}, {one.BoardMicroseconds / 1000.0:F1} ms on the board, {CountText.Of(one.Bits)} stream bits"));
        console.Write(facts);
        TextTable table = new(0, ["class", "mean logit", ""]) { LastTexts = 1 };
        double least = one.Means.Min();
        double span = Math.Max(one.Means.Max() - least, 1e-9);
        for (int i = 0; i < one.Means.Count; i++)
        {
            table.Add(Text($"{i}"), Text($"{one.Means[i]:F2}"), new string('#', (int)Math.Round(BarLength * (one.Means[i] - least) / span)));
        }

        console.Write(table);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
