using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Monitoring;
using ScEdge.Cli.Pictures;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Statistics;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ClassifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classify_FreshBoardAfterAPush_ReadsWhatEvalReadsHere()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        string file = WriteNetwork();
        string pushed = CommandInvocation.Run(ParamsCommand.Create(), "push", file, "--port", board.Address).Output;
        JsonElement read = Classify(board, "--image", "mnist#0-7", "--json").Json;
        JsonElement there = Eval(file, "--port", board.Address);
        JsonElement here = Eval(file, "--passes", "stochastic");

        Assert.Contains("It reads images of 28 x 28 pixels", pushed, StringComparison.Ordinal);
        Assert.Equal(8, read.GetProperty("images").GetArrayLength());
        Assert.All(read.GetProperty("images").EnumerateArray(), one => Assert.Equal(10, one.GetProperty("logits").GetArrayLength()));
        foreach (string name in (string[])["accuracy", "bits_per_image", "energy_per_image_attojoules"])
        {
            Assert.Equal(Row(here).GetProperty(name).GetDouble(), Row(there).GetProperty(name).GetDouble());
        }

        Assert.Equal(here.GetProperty("confusion").GetRawText(), there.GetProperty("confusion").GetRawText());
        Assert.True(Row(there).GetProperty("images_per_second").GetDouble() > 0);
        Assert.Empty(JsonSchemaCheck.Mistakes(read, "classify"));
        Assert.Empty(JsonSchemaCheck.Mistakes(there, "eval-streams"));
    }

    [Fact]
    public void Classify_NetworkThatDoesNotFit_StreamsItsWeightsAndReadsWhatEvalReadsHere()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings { MemoryBytes = 90_000 });
        string file = WriteNetwork(ModelCatalogue.LeNet5(1, 28, 28, 10));
        string[] images = ["--parameters", file, "--image", "mnist#0-7"];
        JsonElement read = Classify(board, [.. images, "--json"]).Json;
        string text = Classify(board, images).Output;
        JsonElement there = Eval(file, "--port", board.Address);
        JsonElement here = Eval(file, "--passes", "stochastic");

        int together = read.GetProperty("images_per_pass_of_weights").GetInt32();
        Assert.InRange(together, 2, 16);
        Assert.Contains($"streamed through the board, once for up to {together} images", text, StringComparison.Ordinal);
        Assert.Equal(together, Row(there).GetProperty("images_per_pass_of_weights").GetInt32());
        foreach (string name in (string[])["accuracy", "bits_per_image", "energy_per_image_attojoules"])
        {
            Assert.Equal(Row(here).GetProperty(name).GetDouble(), Row(there).GetProperty(name).GetDouble());
        }

        Assert.Equal(here.GetProperty("confusion").GetRawText(), there.GetProperty("confusion").GetRawText());
        Assert.Empty(JsonSchemaCheck.Mistakes(read, "classify"));
        Assert.Empty(JsonSchemaCheck.Mistakes(there, "eval-streams"));
        Assert.Contains(
            "keeps no weights: give the network that it is to read with by --parameters RUNDIR",
            Assert.Throws<InputException>(() => Classify(board)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "classify and eval read with such a network all the same",
            Assert.Throws<InputException>(() => CommandInvocation.Run(ParamsCommand.Create(), "push", file, "--port", board.Address)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_NetworkThatFits_IsOnTheBoardAfterwards()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        JsonElement first = Classify(board, "--parameters", WriteNetwork(), "--json").Json;
        Assert.Equal(JsonValueKind.Null, first.GetProperty("images_per_pass_of_weights").ValueKind);
        Assert.Equal(Scores(first.GetProperty("images").GetRawText()), Scores(Classify(board, "--json").Json.GetProperty("images").GetRawText()));
    }

    [Fact]
    public void Reset_BoardThatStoredItsNetwork_ReadsOnWithoutAPush()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings { MemoryBytes = 56_000 });
        CommandInvocation.Run(ParamsCommand.Create(), "push", WriteNetwork(), "--port", board.Address);
        string before = Classify(board, "--json").Json.GetProperty("images").GetRawText();
        CommandInvocation.Run(DeviceCommand.Create(), "checkpoint", "--port", board.Address);
        string reset = CommandInvocation.Run(DeviceCommand.Create(), "reset", "--port", board.Address).Output;
        string after = Classify(board, "--json").Json.GetProperty("images").GetRawText();
        Assert.Contains("it reads with the network that it had stored", reset, StringComparison.Ordinal);
        Assert.Equal(Scores(before), Scores(after));
    }

    private static string Scores(string images) => images[..images.IndexOf("\"bits\"", StringComparison.Ordinal)];

    [Fact]
    public void Classify_UntilAClassLeads_ReadsAgainWithOtherStreams()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        CommandInvocation.Run(ParamsCommand.Create(), "push", WriteNetwork(), "--port", board.Address);
        string[] until = ["--image", "mnist#3", "--length", "16", "--source", "sobol", "--until", "0.9"];
        JsonElement one = Classify(board, [.. until, "--json"]).Json.GetProperty("images")[0];
        Assert.InRange(one.GetProperty("readings").GetInt32(), 2, LeadTest.MostReadings);
        Assert.True(one.GetProperty("deviation").GetDouble() > 0);
        string text = Classify(board, until).Output;
        Assert.Contains("sobol, 16 bits, seed 1, again until a class leads with confidence 0.9", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Push_BoardThatReadsWithAnotherNetwork_TakesTheNewOne()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        CommandInvocation.Run(ParamsCommand.Create(), "push", WriteNetwork(), "--port", board.Address);
        ModelDescription other = new("other", 1, 28, 28, [new DenseDescription(10)], 10);
        CommandInvocation.Run(ParamsCommand.Create(), "push", WriteNetwork(other), "--port", board.Address);
        Assert.Equal(7840, Classify(board, "--json").Json.GetProperty("products_per_image").GetInt32());
    }

    [Theory]
    [InlineData("mnist#99999", "has the images 0 to 9999")]
    [InlineData("mnist#x", "does not say which images")]
    [InlineData("mnist#5-3", "does not say which images")]
    [InlineData("absent.png", "Cannot read 'absent.png'")]
    [InlineData("broken.png", "is no image that can be read")]
    [InlineData("cut.pgm", "is no image that can be read")]
    [InlineData("wide.pgm", "has 3 x 2 pixels, and the network takes 4 x 4")]
    public void Picture_ThatCannotBeUsed_IsOneSentence(string name, string words)
    {
        File.WriteAllBytes(_folder.At("broken.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]);
        File.WriteAllText(_folder.At("cut.pgm"), "P2 4 4 255 1 2 3");
        File.WriteAllText(_folder.At("wide.pgm"), "P2 3 2 255 1 2 3 4 5 6");
        string path = File.Exists(_folder.At(name)) ? _folder.At(name) : name;
        string message = Assert.Throws<InputException>(() => PictureFile.Read(path, 4, 4)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_DarkOnLight_IsTurnedRoundAndScaledByAreas()
    {
        byte[] header = "P5\n# by hand\n4 4\n255\n"u8.ToArray();
        byte[] pixels = [255, 255, 255, 255, 255, 0, 0, 255, 255, 0, 100, 255, 255, 255, 255, 255];
        File.WriteAllBytes(_folder.At("small.pgm"), [.. header, .. pixels]);
        Picture picture = Assert.Single(PictureFile.Read(_folder.At("small.pgm"), 2, 2));
        Assert.Equal([64, 64, 64, 39], picture.Pixels.ToArray());
        Assert.Equal("dark on light turned round, scaled from 4 x 4", picture.Changes);
        Assert.Equal([0, 255, 155], PictureFile.Read(_folder.At("small.pgm"), 4, 4)[0].Pixels.ToArray()[4..].Where((_, i) => i is 0 or 1 or 6));
    }

    [Fact]
    public void Picture_BlackOnTransparentGround_IsAStrokeOnPaper()
    {
        byte[] opacity = [0, 0, 0, 0, 0, 255, 128, 0, 0, 255, 1, 0, 0, 0, 0, 0];
        File.WriteAllBytes(_folder.At("stroke.png"), SmallPng.Bytes(4, [.. opacity.SelectMany(static one => new byte[] { 0, 0, 0, one })]));
        Picture picture = Assert.Single(PictureFile.Read(_folder.At("stroke.png"), 4, 4));
        Assert.Equal(opacity, picture.Pixels.ToArray());
        Assert.Equal("dark on light turned round", picture.Changes);
    }

    [Fact]
    public void Picture_OpaqueGreys_StayAsTheyAre()
    {
        byte[] greys = [0, 0, 0, 0, 0, 255, 128, 0, 0, 254, 1, 0, 0, 0, 0, 0];
        File.WriteAllBytes(_folder.At("grey.png"), SmallPng.Bytes(4, [.. greys.SelectMany(static one => new byte[] { one, one, one, 255 })]));
        Assert.Equal(greys, Assert.Single(PictureFile.Read(_folder.At("grey.png"), 4, 4)).Pixels.ToArray());
    }

    [Fact]
    public void Picture_GreymapOfTheSizeThatTheSentenceAllows_IsRead()
    {
        WriteGreymap("large.pgm", 4100, 4100);
        Assert.Equal([7], Assert.Single(PictureFile.Read(_folder.At("large.pgm"), 1, 1)).Pixels.ToArray());
        WriteGreymap("narrow.pgm", 1, 8193);
        string message = Assert.Throws<InputException>(() => PictureFile.Read(_folder.At("narrow.pgm"), 8193, 1)).Message;
        Assert.Contains("of at most 8192 x 8192 pixels", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_BoardWithoutNetwork_SaysWhatToDo() => Assert.Contains(
        "has no network to read with: push one with params push",
        Assert.Throws<InputException>(() => CommandInvocation.Run(ClassifyCommand.Create(), "--port", "emulator:")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0.49")]
    [InlineData("0.99991")]
    [InlineData("-1")]
    public void Classify_ConfidenceOutOfBounds_IsOneSentence(string confidence)
    {
        InputException mistake = Assert.Throws<InputException>(
            () => CommandInvocation.Run(ClassifyCommand.Create(), "--port", "emulator:", "--until", confidence));
        Assert.Equal($"A confidence of {confidence} cannot be used: give 0.5 to 0.9999, such as 0.99.", mistake.Message);
        Assert.Equal("until", mistake.Setting);
    }

    [Fact]
    public void Classify_AgainWithARamp_IsOneSentence()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        CommandInvocation.Run(ParamsCommand.Create(), "push", WriteNetwork(), "--port", board.Address);
        InputException mistake = Assert.Throws<InputException>(() => Classify(board, "--source", "ramp", "--until", "0.9"));
        Assert.StartsWith("A ramp gives the same streams every time", mistake.Message, StringComparison.Ordinal);
        Assert.Equal("source", mistake.Setting);
    }

    [Fact]
    public void Push_ToAFreshBoard_SendsTheRegistersOnce()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        WeightsFile file = WeightsFile.Read(WriteNetwork());
        Assert.Equal(1, PushesOf(board, file));
        Assert.Equal(1, PushesOf(board, file));
    }

    private static int PushesOf(EmulatedTcpBoard board, WeightsFile file)
    {
        List<MonitorEvent> events = [];
        LineAccount account = new(events.Add);
        SystemClock clock = new();
        BoardPortSettings settings = new();
        LineTap tap = new(BoardPorts.OpenLine(board.Address, settings, clock, onChange: null), account.Incoming, account.Outgoing);
        using (BoardRequests requests = new(BoardPorts.Connect(tap, settings, clock, console: null)))
        {
            new WeightsTransfer(requests).Push(file);
        }

        return events.Count(static seen => seen.Words.Contains("CommitPush request", StringComparison.Ordinal)
            && !seen.Words.EndsWith("repeated", StringComparison.Ordinal));
    }

    private static CommandInvocation Classify(EmulatedTcpBoard board, params string[] more) =>
        CommandInvocation.Run(ClassifyCommand.Create(), ["--port", board.Address, .. more]);

    private static JsonElement Eval(string file, params string[] more) => CommandInvocation.Run(
        EvalCommand.Create(), ["--parameters", file, "--length", "32", "--source", "cbram-shared", "--limit", "70", "--json", .. more]).Json;

    private static JsonElement Row(JsonElement result) => result.GetProperty("lengths")[0];

    private void WriteGreymap(string name, int width, int height)
    {
        byte[] pixels = new byte[width * height];
        Array.Fill(pixels, (byte)7);
        File.WriteAllBytes(_folder.At(name), [.. Encoding.ASCII.GetBytes($"P5 {width} {height} 255\n"), .. pixels]);
    }

    /// <summary>Writes registers at random, with all that says what they are.</summary>
    private string WriteNetwork(ModelDescription? model = null)
    {
        model ??= ModelCatalogue.Edge(1, 28, 28, 10);
        SafetensorsFile file = new();
        file.Metadata["scedge.model"] = ModelFile.Format(model);
        file.Metadata["scedge.model_name"] = model.Name;
        file.Metadata["scedge.dataset"] = "MNIST";
        file.Metadata["scedge.input_scale"] = "0.0127";
        file.Metadata["scedge.input_shift"] = "-0.4242";
        foreach ((int i, ParameterDescription parameter) in model.Parameters.Index())
        {
            file.Metadata[$"scedge.fraction_bits.{parameter.Name}"] = "14";
            file.Metadata[$"scedge.weight_bits.{parameter.Name}"] = "16";
            short[] registers = [.. Enumerable.Range(0, parameter.Count)
                .Select(k => (short)((short)CounterGenerator.Word((uint)i, 5, (uint)k) >> 3))];
            file.Add<short>(parameter.Name, [.. parameter.Shape], registers);
        }

        string path = _folder.At($"{model.Name}.safetensors");
        file.Write(path);
        return path;
    }
}
