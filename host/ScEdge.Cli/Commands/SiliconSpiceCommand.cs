using System.CommandLine;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Silicon.Spice;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge silicon spice</c>: the analogue parts in ngspice.
/// </summary>
internal static class SiliconSpiceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> models = SpiceOptions.Models();
        Option<string> threshold = SpiceOptions.Threshold();
        Option<double> supply = SpiceOptions.Supply();
        Option<string?> decks = new("--decks")
        {
            HelpName = "DIR",
            Description = "Decks of your own, files *.cir. [default: those of hw-docs/spice]",
        };
        Option<string?> deck = new("--deck") { HelpName = "NAME", Description = "One deck of them. [default: all]" };
        deck.CompletionSources.Add(static _ => System.Linq.Enumerable.Select(
            DeckCatalogue.All, static one => new System.CommandLine.Completions.CompletionItem(one.Name)));
        Option<int> draws = new("--draws")
        {
            HelpName = "N",
            Description = "Cells whose switching is held against the law, at least; 0 for none.",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = static _ => 400,
        };
        Option<ulong> seed = new("--seed")
        {
            HelpName = "N", Description = "Seed of these.", CustomParser = ValueParser.Seed, DefaultValueFactory = static _ => 1,
        };
        Option<string?> folder = new("--out")
        {
            HelpName = "DIR",
            Description = "Also keep figures and a cost library of analogue parts, in a folder that does not exist yet or is empty.",
        };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("spice", "Simulate the analogue parts in ngspice: energy, leakage and area, with their spans over corners.")
        {
            Details = "Needs ngspice; model cards of the transistors are yours to bring.",
            Examples =
            [
                new("silicon spice --models freepdk45/models", "all decks at high threshold and 0.9 V: some minutes"),
                new("silicon spice --models cards --threshold VTG --supply 1.1 --out analogue", "at another corner, with a cost library"),
                new("silicon spice --models cards --deck select-cell --draws 1600", "cells against the law, with more draws"),
            ],
        };
        foreach (Option option in new Option[] { models, threshold, supply, decks, deck, draws, seed, folder, json })
        {
            command.Add(option);
        }

        command.SetAction(parse => new SpiceSession(
            parse.GetRequiredValue(models), new SpiceCorner(parse.GetRequiredValue(threshold), SpiceOptions.Checked(parse.GetRequiredValue(supply))))
            .Run(
                parse.GetValue(decks), parse.GetValue(deck), parse.GetRequiredValue(draws), parse.GetRequiredValue(seed), parse.GetValue(folder),
                parse.GetValue(json), new CommandOutput(parse)));
        return command;
    }
}
