using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ParamsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("drop=0.02,corrupt=0.02,duplicate=0.02@4")]
    public void PushVerifyPull_OfAConfiguredBoard_GiveTheFileBack(string faults)
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings { Faults = faults.Length == 0 ? FaultScript.None : FaultScript.Parse(faults) });
        board.Configure(7000, 13);
        string file = WriteRegisters("registers.safetensors", 1, 7000, 13);

        string pushed = Run("push", file, board).Output;
        JsonElement verified = Run("verify", file, board, "--json").Json;
        Run("pull", _folder.At("back.safetensors"), board, "--like", file);
        Run("pull", _folder.At("plain.safetensors"), board);

        Assert.Contains("Pushed 7,013 registers", pushed, StringComparison.Ordinal);
        Assert.True(verified.GetProperty("same").GetBoolean());
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(_folder.At("back.safetensors")));
        Assert.Equal(7013, SafetensorsFile.Read(_folder.At("plain.safetensors")).Find("weights")!.Count);
    }

    [Fact]
    public void Verify_OfOtherRegisters_SaysHowManyAndWhichFirst()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20, 5);
        Run("push", WriteRegisters("first.safetensors", 1, 20, 5), board);
        string other = WriteRegisters("second.safetensors", 2, 20, 5);

        string message = Assert.Throws<InputException>(() => Run("verify", other, board)).Message;
        Assert.Contains("of 25 registers differ, the first is number", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Push_ToABoardOfAnotherNetwork_SaysBothSizes()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        string file = WriteRegisters("registers.safetensors", 1, 20);
        Assert.Contains(
            "is not configured for any network",
            Assert.Throws<InputException>(() => Run("push", file, board)).Message,
            StringComparison.Ordinal);
        board.Configure(30);
        Assert.Contains(
            "configured for a network of 30 parameters",
            Assert.Throws<InputException>(() => Run("push", file, board)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Push_OfAFileWithoutRegisters_SaysWhatToGive()
    {
        SafetensorsFile file = new();
        file.Add<float>("weight", [1], [0.5f]);
        file.Write(_folder.At("values.safetensors"));
        string[] arguments = ["push", _folder.At("values.safetensors"), "--port", "emulator:"];

        string message = Assert.Throws<InputException>(() => CommandInvocation.Run(ParamsCommand.Create(), arguments)).Message;
        Assert.Contains("holds no integer registers", message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => CommandInvocation.Run(ParamsCommand.Create(), "push", _folder.At("none"), "--port", "emulator:"));
    }

    private static CommandInvocation Run(string verb, string file, EmulatedTcpBoard board, params string[] more) =>
        CommandInvocation.Run(ParamsCommand.Create(), [verb, file, "--port", board.Address, .. more]);

    private string WriteRegisters(string name, int seed, params int[] lengths)
    {
        SafetensorsFile file = new();
        for (int i = 0; i < lengths.Length; i++)
        {
            file.Metadata[$"scedge.fraction_bits.tensor{i}"] = "14";
            file.Add<short>($"tensor{i}", [lengths[i]], [.. Enumerable.Range(0, lengths[i]).Select(k => (short)((k * 37 * seed) % 2001 - 1000))]);
        }

        file.Write(_folder.At(name));
        return _folder.At(name);
    }
}
