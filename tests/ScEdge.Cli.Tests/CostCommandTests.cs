using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Parsing;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class CostCommandTests
{
    public static TheoryData<string, string> BadInputs => new()
    {
        { "--library nobody", "There is no cost library" },
        { "--library missing.json", "Cannot read 'missing.json'" },
        { "--clock 400", "units GHz, MHz, kHz, Hz" },
        { "--clock -1MHz", "greater than zero" },
        { "--pulse-width 1", "units ns, us, ms, s" },
        { "--pulse-width 1e5s", "cannot be used" },
        { "--set-current-limit 1", "units pA, nA, uA, mA, A" },
        { "--set-current-limit 10pA", "before it switches and its current in SET is limited to 1E-11 A: give a higher limit, or none" },
        { "--set-current-limit 4.5nA --pulse-width 1ns", "before it switches" },
        { "--lanes 0", "0 lanes" },
        { "--cells 0", "0 cells per lane" },
        { "--cell 6f2", "There is no cell" },
        { "--cbram nobody", "There is no preset" },
        { "--stream-length 0", "cannot be used" },
        { "--parameters 0", "0 parameters" },
        { "--storage tape", "There is no storage" },
        { "--mean-probability 2", "mean probability of 2" },
        { "--solve area=1.55mm2", "needs both" },
        { "--solve area=1.55mm2 power=167", "units nW, uW, mW, W" },
        { "--solve area=1.55mm2 power=-167uW", "greater than zero" },
        { "--solve area=1.55mm2 area=1mm2", "cannot take \"area=1mm2\"" },
        { "--solve area=0.1mm2 power=167uW", "0.1 mm2 cannot be met" },
        { "--solve area=1.55mm2 power=1nW", "0.001 uW cannot be met" },
    };

    [Fact]
    public void Cost_Json_WritesNumbersAsTheyWereGiven()
    {
        string json = CommandInvocation.Run(CostCommand.Create(), "--solve", "area=1.55mm2", "power=167uW", "--json").Output;

        Assert.Contains("\"target_area_square_micrometres\":1550000,", json, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\d\\.\\d*(0000000000|9999999999)\\d", json);
    }

    [Fact]
    public void Cost_Json_AddsUpToTheAttojoule()
    {
        JsonElement library = CommandInvocation.Run(CostCommand.Create(), "--json").Json.GetProperty("libraries")[0];

        Int128 categories = 0;
        foreach (JsonProperty category in library.GetProperty("category_attojoules").EnumerateObject())
        {
            categories += Int128.Parse(category.Value.GetRawText());
        }

        Assert.Equal(Int128.Parse(library.GetProperty("energy_per_step_attojoules").GetRawText()), categories);
        Assert.Equal("tsmc40lp-unarysim", library.GetProperty("library").GetString());
    }

    [Theory]
    [InlineData("dally45")]
    [InlineData("tsmc40lp-unarysim")]
    public void Cost_WhatIsNotThere_IsNotZero(string library)
    {
        string text = CommandInvocation.Run(CostCommand.Create(), "--library", library).Output;
        JsonElement json = CommandInvocation.Run(CostCommand.Create(), "--library", library, "--json").Json.GetProperty("libraries")[0];

        Assert.DoesNotMatch(@"(?<![\d.])0 [afpnum]?[JW]\b", text);
        JsonElement[] rows = [.. json.GetProperty("rows").EnumerateArray()];
        Assert.Contains(rows, row => row.GetProperty("instances").GetInt64() == 0);
        Assert.All(rows, row => Assert.Equal(
            row.GetProperty("instances").GetInt64() == 0, row.GetProperty("area_square_micrometres").ValueKind == JsonValueKind.Null));
        Assert.All(rows, row => Assert.Equal(
            row.GetProperty("energy_per_operation_attojoules").ValueKind, row.GetProperty("dynamic_attojoules").ValueKind));
    }

    [Fact]
    public void Cost_AllLibraries_NamesWhatEachLacks()
    {
        string text = CommandInvocation.Run(CostCommand.Create(), "--library", "all").Output;

        foreach (string name in new[] { "tsmc40lp-unarysim", "neurosim45lp", "dally45" })
        {
            Assert.Contains($"~ {name} has no figure, the middle of bounds stands for it", text, StringComparison.Ordinal);
        }

        Assert.Contains("max/min", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cost_EveryFigure_ComesWithItsSpanAndWhatMovesIt()
    {
        JsonElement library = CommandInvocation.Run(CostCommand.Create(), "--json").Json.GetProperty("libraries")[0];
        JsonElement uncertainty = library.GetProperty("uncertainty");

        string[] figures =
            ["energy_per_update_attojoules", "power_watts", "area_square_micrometres", "leakage_watts", "updates_per_second"];
        foreach (string figure in figures)
        {
            JsonElement span = uncertainty.GetProperty(figure);
            double nominal = span.GetProperty("nominal").GetDouble();
            Assert.InRange(nominal, span.GetProperty("low").GetDouble(), span.GetProperty("high").GetDouble());
            Assert.NotEmpty(span.GetProperty("inputs").EnumerateArray());
        }

        Assert.Equal(
            library.GetProperty("energy_per_update_attojoules").GetDouble(),
            uncertainty.GetProperty("energy_per_update_attojoules").GetProperty("nominal").GetDouble(),
            1);
        Assert.True(uncertainty.GetProperty("fixed_point").GetProperty("updates_per_second").GetDouble() > 0);
    }

    // What a library lacks is bounded: nothing that is used is free.
    [Fact]
    public void Cost_EveryRowThatIsUsed_HasAnEnergy() => Assert.All(
        CommandInvocation.Run(CostCommand.Create(), "--library", "dally45", "--json").Json
            .GetProperty("libraries")[0].GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("operations").GetInt64() > 0),
        row => Assert.True(row.GetProperty("dynamic_attojoules").GetInt64() > 0, row.GetProperty("name").GetString()));

    [Fact]
    public void Cost_Text_ShowsSpansFixedPointAndTheLargestSwing()
    {
        string text = CommandInvocation.Run(CostCommand.Create()).Output;

        Assert.Contains("fixed point: energy/update", text, StringComparison.Ordinal);
        Assert.Matches(@"on-resistance of a cell +0\.1 to 26 Mohm", text);
    }

    [Fact]
    public void Cost_TwiceTheLanes_HalvesTheTime()
    {
        double Seconds(string lanes) => CommandInvocation.Run(CostCommand.Create(), "--parameters", "1024", "--lanes", lanes, "--json")
            .Json.GetProperty("libraries")[0].GetProperty("step_seconds").GetDouble();

        // 0.709 of the bits are read, which leaves a rounding of one read per lane.
        Assert.Equal(2, Seconds("16") / Seconds("32"), 0.01);
    }

    [Fact]
    public void Compare_Text_TellsCellLevelAndPublishedResults()
    {
        string text = CommandInvocation.Run(CostCommand.Create(), "--compare", "--library", "all").Output;

        Assert.Contains("cell level only", text, StringComparison.Ordinal);
        Assert.Contains("1.15x to 2.8x", text, StringComparison.Ordinal);
        Assert.Contains("61x area", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Json_NamesNumeratorAndDenominator()
    {
        JsonElement json = CommandInvocation.Run(CostCommand.Create(), "--compare", "--library", "dally45", "--json").Json;

        JsonElement[] rows = [.. json.GetProperty("libraries")[0].GetProperty("comparisons").EnumerateArray()];
        Assert.Contains(
            rows,
            row => row.GetProperty("numerator").GetString() == "FP32 binary" && row.GetProperty("scope").GetString() == "cell level only");
    }

    [Fact]
    public void Solve_AllLibraries_KeepsWithinTheTarget()
    {
        JsonElement json = CommandInvocation.Run(CostCommand.Create(), "--library", "all", "--solve", "area=1.55mm2", "power=167uW", "--json").Json;

        JsonElement[] points = [.. json.GetProperty("points").EnumerateArray()];
        Assert.Equal(4, points.Length);
        Assert.All(points, point => Assert.InRange(point.GetProperty("power_watts").GetDouble(), 0, 167e-6));
        Assert.All(points, point => Assert.InRange(point.GetProperty("updates_per_second").GetDouble(), 1, 1e12));
    }

    [Fact]
    public void Cost_OwnLibrary_IsAFileOnTheCommandLine()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("mine.json"), """
            {"name":"mine","description":"d","entries":[{"component":"latch-sense-amplifier","area_square_micrometres":2,"energy_femtojoules":1,
             "energy_per":"operation","leakage_nanowatts":null,"source":"s",
             "node_nanometres":40,"voltage_volts":1,"corner":"tt","confidence":"A","includes":"i"}]}
            """);

        JsonElement library =
            CommandInvocation.Run(CostCommand.Create(), "--library", folder.At("mine.json"), "--json").Json.GetProperty("libraries")[0];

        JsonElement row = library.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "sense amplifiers");
        Assert.Equal(1000, row.GetProperty("energy_per_operation_attojoules").GetInt64());
        Assert.Equal(512, row.GetProperty("area_square_micrometres").GetDouble());
    }

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Cost_BadInput_IsRefusedInASentence(string line, string part)
    {
        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(CostCommand.Create(), line.Split(' ')));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData("--compare --solve area=1mm2 power=1mW")]
    [InlineData("--lanes 4 --solve area=1mm2 power=1mW")]
    [InlineData("--model edge --parameters 3")]
    public void Cost_ExclusiveOptions_AreAUsageError(string line) =>
        Assert.Throws<UsageException>(() => CommandInvocation.Run(CostCommand.Create(), line.Split(' ')));
}
