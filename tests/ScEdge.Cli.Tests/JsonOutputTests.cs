using System;
using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

/// <summary>
/// What commands print for programs is what hw-docs/schemas says, in one spelling over all commands.
/// </summary>
[Trait("Kind", "Slow")]
public sealed partial class JsonOutputTests : IDisposable
{
    private const string Train = "train --dataset images --model edge --batch 8 --epochs 1 --out run --json";

    private readonly TemporaryFolder _folder = new();

    public JsonOutputTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    [Theory]
    [InlineData("train", Train + " --passes fp32")]
    [InlineData("train", "train --dataset images --model edge --batch 8 --epochs 2 --seeds 1,2,3 --cbram ideal --passes fp32 --out run --json")]
    [InlineData("train", "train --dataset images --model edge --optimizer sgd --batch 8 --epochs 1 --out run --json")]
    [InlineData("train", Train + " --pass-length 32")]
    [InlineData("reproduce", "reproduce --dataset images --model edge --epochs 1 --seeds 1,2 --lengths 8 --out run --json")]
    [InlineData("sweep", "sweep --set dataset=images --set model=edge --set epochs=1 --set batch=8 --vary stream-length=8,16 --out run --json")]
    [InlineData("datasets", "datasets --json")]
    [InlineData("datasets-one", "datasets images --json")]
    [InlineData("models", "models --json")]
    [InlineData("models-one", "models edge --json")]
    [InlineData("presets", "presets --json")]
    [InlineData("presets-one", "presets ideal --json")]
    [InlineData("cost", "cost --library all --json")]
    [InlineData("cost", "cost --storage cbram --cbram ideal --json")]
    [InlineData("cost", "cost --storage registers --json")]
    [InlineData("cost-compare", "cost --compare --library all --json")]
    [InlineData("cost-solve", "cost --solve area=1.55mm2 power=167uW --json")]
    [InlineData("bench", "bench --seconds 0.2 --json")]
    [InlineData("ports", "ports --json")]
    [InlineData("config", "config --json")]
    [InlineData("device-info", "device info --port emulator: --json")]
    [InlineData("device-selftest", "device selftest --port emulator:front-end=jo2009 --json")]
    [InlineData("device-entropy", "device entropy --port emulator: --json")]
    [InlineData("device-reset", "device reset --port emulator: --json")]
    [InlineData("device-calibrate", "device calibrate --fault stuck-set --json")]
    [InlineData("device-calibrate", "device calibrate --tolerance 1/32 --json")]
    [InlineData("device-calibrate-board", "device calibrate --port emulator:front-end=gaba2013 --show --json")]
    public void Json_Command_IsAsItsSchemaSays(string schema, string command) =>
        AssertSchema(schema, CliProcess.Run(_folder.Path, command.Split(' ')).AssertExit(0).Json);

    [Fact]
    public void Json_Eval_IsAsItsSchemaSays()
    {
        CliProcess.Run(_folder.Path, Train.Split(' ')).AssertExit(0);
        string[] eval = ["eval", "--parameters", "run", "--dataset", "images", "--json"];
        AssertSchema("eval", CliProcess.Run(_folder.Path, eval).AssertExit(0).Json);
        AssertSchema("eval-streams", CliProcess.Run(_folder.Path, [.. eval, "--passes", "stochastic", "--length", "16,32"]).AssertExit(0).Json);
    }

    [Fact]
    public void Json_RunsAndCompare_AreAsTheirSchemasSay()
    {
        string[] train = "train --passes fp32 --dataset images --model edge --batch 8 --epochs 1 --baseline none --seeds 1,2 --out".Split(' ');
        CliProcess.Run(_folder.Path, [.. train, "runs/a"]).AssertExit(0);
        CliProcess.Run(_folder.Path, [.. train, "runs/b", "--stream-length", "8"]).AssertExit(0);
        AssertSchema("runs", CliProcess.Run(_folder.Path, "runs", "--json").AssertExit(0).Json);
        AssertSchema("compare", CliProcess.Run(_folder.Path, "compare", "runs/a", "runs/b", "--json").AssertExit(0).Json);
    }

    [Fact]
    public void Json_Monitor_EveryLineIsAsItsSchemaSays() => AssertLines(
        "monitor",
        "scedge monitor --port emulator: --jsonl --hex --only text,log,telemetry,frames,link --interval 100ms | head -60",
        lines: 60);

    [Fact]
    public void Json_BoardOnALine_IsAsItsSchemasSay()
    {
        string[] lines = AssertLines(
            "emulate",
            """
            scedge emulate --link board --json > events & emulator=$!
            while [ ! -e board ]; do sleep 0.1; done
            scedge train --dataset images --model edge --batch 8 --epochs 1 --out run --port ./board > /dev/null
            scedge device checkpoint --port ./board --json > checkpoint
            scedge device restore --port ./board --json > restore
            scedge params push run --port ./board --json > push
            scedge params verify run --port ./board --json > verify
            kill -TERM $(pgrep -P $emulator) 2> /dev/null || kill -TERM $emulator
            wait $emulator
            cat events
            """,
            lines: 3);

        Assert.Contains("\"kind\":\"ready\"", lines[0], StringComparison.Ordinal);
        foreach ((string file, string schema) in new[]
        {
            ("checkpoint", "device-checkpoint"), ("restore", "device-restore"), ("push", "params"), ("verify", "params"),
        })
        {
            AssertSchema(schema, JsonDocument.Parse(File.ReadAllText(_folder.At(file))).RootElement);
        }
    }

    [Fact]
    public void Json_Flash_IsAsItsSchemaSays()
    {
        File.WriteAllText(_folder.At("image.bin"), "NFMRK1 and so on");
        AssertSchema(
            "flash",
            CliProcess.Run(_folder.Path, "flash", "--target", "esp32", "--port", "COM5", "--image", "image.bin", "--dry-run", "--json")
                .AssertExit(0).Json);
    }

    [Fact]
    public void Json_EveryCommandWithTheOption_HasASchema()
    {
        string[] names = [.. Directory.EnumerateFiles(JsonSchemaCheck.Folder).Select(file => Path.GetFileNameWithoutExtension(file))];
        RootCommand root = MainCommand.Create(["[suggest]"]);

        Assert.All(Paths(root, ""), path => Assert.Contains(names, name => name == path || path.StartsWith(name + '-', StringComparison.Ordinal)));
    }

    [Fact]
    public void Schemas_Names_AreOfOneCaseAndOneUnitPerQuantity() => Assert.All(
        Directory.EnumerateFiles(JsonSchemaCheck.Folder, "*.json").SelectMany(file => Names(JsonDocument.Parse(File.ReadAllText(file)).RootElement)),
        name =>
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", name);
            Assert.DoesNotMatch("(pico|femto|nano|micro|milli)(joules|watts|seconds|volts)|millimetres|_millionths", name);
        });

    [Theory]
    [InlineData(1.5499999999999998, "1.55")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e-6, "1E-06")]
    [InlineData(double.NaN, "null")]
    public void CommandJson_Number_HasNoNoise(double value, string text) =>
        Assert.Equal($"{{\"value\":{text}}}", Output.CommandJson.Line(new { Value = value }));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Paths(Command command, string path)
    {
        foreach (Command sub in command.Subcommands)
        {
            string own = path + sub.Name;
            if (sub.Options.Any(option => option.Name is "--json" or "--jsonl"))
            {
                yield return own;
            }

            foreach (string deeper in Paths(sub, own + "-"))
            {
                yield return deeper;
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            return schema.EnumerateArray().SelectMany(Names);
        }

        return schema.ValueKind != JsonValueKind.Object ? [] : schema.EnumerateObject().SelectMany(rule => rule.Name == "properties"
            ? rule.Value.EnumerateObject().SelectMany(one => Names(one.Value).Prepend(one.Name))
            : Names(rule.Value));
    }

    private static void AssertSchema(string schema, JsonElement json)
    {
        Assert.Empty(JsonSchemaCheck.Mistakes(json, schema));
        Assert.All(Fraction().Matches(json.GetRawText()), number => Assert.InRange(number.Groups[1].Length + number.Groups[2].Length, 1, 15));
    }

    private string[] AssertLines(string schema, string script, int lines)
    {
        string[] printed = ShellScript.Run(_folder.Path, script).OutputLines;
        Assert.True(printed.Length >= lines, string.Join('\n', printed));
        Assert.All(printed, line => AssertSchema(schema, JsonDocument.Parse(line).RootElement));
        return printed;
    }

    // The digits that count, before and behind the point.
    [GeneratedRegex(@"(?<=[:\[,]-?)(?:0\.0*|([1-9][0-9]*)\.)([0-9]+)")]
    private static partial Regex Fraction();
}
