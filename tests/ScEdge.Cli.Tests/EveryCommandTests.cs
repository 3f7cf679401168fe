using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Every command that needs no board, under the conditions; <see cref="EveryBoardCommandTests"/> has the others, so that both run side by side.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class EveryCommandTests : CommandConditions
{
    private static readonly string[] Lines =
    [
        $"train {Small} --passes fp32 --no-baseline --out run", "eval --parameters run " + Images, "datasets", "datasets images", "models",
        "models edge", "presets", "presets jo2009", "presets fit waits.csv", "cost", "cost --compare", "silicon --liberty waits.csv",
        "silicon spice --models waits.csv", "silicon characterise --liberty waits.csv --netlist waits.csv --models waits.csv",
        $"reproduce {Small} --seeds 1 --lengths 8 --out claims",
        "sweep --set dataset=images --set model=edge --set batch=8 --set epochs=1 --set baseline=none --set passes=fp32 --vary stream-length=8 "
            + "--out swept",
        "runs .", "compare run run", "bench --seconds 0.05", "ports", "config", "device calibrate --tolerance 1/32",
        "flash --target esp32 --port COM5 --image image.bin --dry-run", "completions bash", "serve --listen nowhere", "man pages",
    ];

    public static TheoryData<string> Commands => new(Lines);

    [LongTheory]
    [MemberData(nameof(Commands))]
    public void Command_WhateverIsMissingAroundIt_EndsAsSaid(string command) => Try(command);

    [Fact]
    public void Commands_AllThatThereAre_AreTried() => Assert.All(
        Leaves(MainCommand.Create(["[suggest]"]), ""),
        path => Assert.Contains(Lines.Concat(EveryBoardCommandTests.Lines), line => $"{line} ".StartsWith(path + " ", StringComparison.Ordinal)));

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.SelectMany(sub =>
        sub.Subcommands.Count == 0 ? [$"{path}{sub.Name}"] : Leaves(sub, $"{path}{sub.Name} "));
}
