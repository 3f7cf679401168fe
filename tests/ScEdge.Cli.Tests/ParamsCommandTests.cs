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
        SafetensorsFile plain = SafetensorsFile.Read(_folder.At("plain.safetensors"));
        Assert.Equal(["tensor0", "tensor1"], plain.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(SafetensorsFile.Read(file).Find("tensor1")!.Values<short>(), plain.Find("tensor1")!.Values<short>());
    }

    [Fact]
    public void Verify_OfOtherRegisters_SaysHowManyAndWhichFirst()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20, 5);
        Run("push", WriteRegisters("first.safetensors", 1, 20, 5), board);
        string other = WriteRegisters("second.safetensors", 2, 20, 5);

        string message = Assert.Throws<InputException>(() => Run("verify", other, board)).Message;
        Assert.Contains(
            "tensor0 in 19 of 20 registers, first in number 1; tensor1 in 4 of 5 registers, first in number 1",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Push_OfTensorsInAnotherOrder_FindsThemByName()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20, 5, 20);
        string file = WriteRegisters("registers.safetensors", 1, 20, 5, 20);
        SafetensorsFile known = SafetensorsFile.Read(file);
        SafetensorsFile turned = new();
        foreach (SafetensorsTensor tensor in known.Tensors.Reverse())
        {
            turned.Metadata[$"scedge.fraction_bits.{tensor.Name}"] = "14";
            turned.Add(tensor.Name, [.. tensor.Shape], tensor.Values<short>());
        }

        turned.Write(_folder.At("turned.safetensors"));

        Run("push", _folder.At("turned.safetensors"), board);

        Assert.Contains("Verified 45 registers", Run("verify", file, board).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tensor0", 20, 6, "16", "tensor0 has 6 fraction bits in the file and 14 on the board")]
    [InlineData("tensor0", 20, 14, "8", "tensor0 has 8 bits in the file and 16 on the board")]
    [InlineData("other", 20, 14, "16", "tensor0 is not in the file")]
    [InlineData("tensor0", 10, 14, "16", "tensor0 is [2, 10] in the file and [20] on the board")]
    public void PushAndVerify_OfRegistersOfAnotherNetwork_SayWhatDiffers(string name, int columns, int fractionBits, string bits, string what)
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20);
        SafetensorsFile file = new();
        file.Metadata[$"scedge.fraction_bits.{name}"] = $"{fractionBits}";
        file.Metadata[$"scedge.weight_bits.{name}"] = bits;
        file.Add<short>(name, columns == 20 ? [20] : [20 / columns, columns], new short[20]);
        string path = _folder.At("other.safetensors");
        file.Write(path);

        Assert.Contains(what, Assert.Throws<InputException>(() => Run("push", path, board)).Message, StringComparison.Ordinal);
        Assert.Contains(what, Assert.Throws<InputException>(() => Run("verify", path, board)).Message, StringComparison.Ordinal);
        Assert.Contains(
            what,
            Assert.Throws<InputException>(() => Run("pull", _folder.At("x"), board, "--like", path)).Message,
            StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("x")));
    }

    [Fact]
    public void Push_OfAFileThatDoesNotSayItsScale_IsRefused()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20);
        SafetensorsFile file = new();
        file.Add<short>("tensor0", [20], new short[20]);
        file.Write(_folder.At("bare.safetensors"));

        string message = Assert.Throws<InputException>(() => Run("push", _folder.At("bare.safetensors"), board)).Message;
        Assert.Contains("does not say the fraction bits of tensor0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Push_ToABoardWithAPartOfTheTensors_PutsThosePlacesOnly()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        board.Configure(20);
        string file = WriteRegisters("registers.safetensors", 1, 20, 5);

        Assert.Contains("Pushed 20 registers of 1 of its 2 tensors", Run("push", file, board).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "run")]
    [InlineData("run/registers.safetensors", "run")]
    [InlineData("run/seed-2", "run/seed-2")]
    public void Push_ToAFreshBoard_ConfiguresItToRead(string file, string folder)
    {
        TinyImages.Write(_folder.At("images"));
        CliProcess.Run(
            _folder.Path,
            "train --passes fp32 --dataset images --model edge --batch 8 --epochs 1 --no-baseline --out run --seeds 1,2".Split(' ')).AssertExit(0);
        using EmulatedTcpBoard small = new(new EmulatorSettings { MemoryBytes = 20000 });
        Assert.Contains(
            " are missing",
            Assert.ThrowsAny<InputException>(() => Run("push", _folder.At(file), small)).Message,
            StringComparison.Ordinal);
        using EmulatedTcpBoard board = new(new EmulatorSettings());

        Assert.Matches("^Configured the board and pushed [0-9,]+ registers", Run("push", _folder.At(file), board).Output);
        Assert.StartsWith("Verified", Run("verify", _folder.At(folder), board).Output, StringComparison.Ordinal);
        Assert.StartsWith("Pushed", Run("push", _folder.At(file), board).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Push_ToABoardOfAnotherNetwork_SaysBothShapes()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        string file = WriteRegisters("registers.safetensors", 1, 20);
        Assert.Contains(
            "is not configured for any network",
            Assert.Throws<InputException>(() => Run("push", file, board)).Message,
            StringComparison.Ordinal);
        board.Configure(30);
        Assert.Contains(
            "tensor0 is [20] in the file and [30] on the board",
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
            file.Metadata[$"scedge.weight_bits.tensor{i}"] = "16";
            file.Add<short>($"tensor{i}", [lengths[i]], [.. Enumerable.Range(0, lengths[i]).Select(k => (short)((k * 37 * seed) % 2001 - 1000))]);
        }

        file.Write(_folder.At(name));
        return _folder.At(name);
    }
}
