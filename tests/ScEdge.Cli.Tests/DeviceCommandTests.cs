using System;
using System.IO;
using System.Text.Json;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Commands;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class DeviceCommandTests
{
    private const string Port = "emulator:";

    [Fact]
    public void Info_Text_NamesTheBoard()
    {
        string text = CommandInvocation.Run(DeviceCommand.Create(), "info", "--port", Port).Output;
        Assert.Contains("emulated board on emulator:", text, StringComparison.Ordinal);
        Assert.Contains("sc-sgd, sc-momentum, sc-adam", text, StringComparison.Ordinal);
        Assert.Contains("no configuration is in force", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entropy_ToAFile_HoldsSoManyBytes()
    {
        using TemporaryFolder folder = new();
        JsonElement json = CommandInvocation.Run(
            DeviceCommand.Create(), "entropy", "--port", Port, "--bytes", "1001", "--out", folder.At("random.bin"), "--json").Json;

        Assert.Equal(1001, new FileInfo(folder.At("random.bin")).Length);
        Assert.Equal("replay", json.GetProperty("quality").GetString());

        // Six standard deviations of 8,008 fair bits; the words are the same in every run.
        Assert.InRange(json.GetProperty("deviations_of_ones").GetDouble(), -6, 6);
    }

    [Fact]
    public void SelfTest_OnALineWithFaults_Passes()
    {
        JsonElement json = CommandInvocation.Run(DeviceCommand.Create(), "selftest", "--port", "emulator:drop=0.1,corrupt=0.1@1", "--json").Json;
        Assert.Equal(5, json.GetProperty("run").GetArrayLength());
        Assert.Equal(0, json.GetProperty("failed").GetArrayLength());
    }

    [Fact]
    public void Reset_OfABoard_EndsWhenItAnswersAgain()
    {
        JsonElement json = CommandInvocation.Run(DeviceCommand.Create(), "reset", "--port", Port, "--json").Json;
        Assert.True(json.GetProperty("uptime_seconds").GetDouble() < 60);
    }

    [Fact]
    public void Ports_Json_NamesEachPort()
    {
        JsonElement ports = CommandInvocation.Run(PortsCommand.Create(), "--json").Json.GetProperty("ports");
        Assert.All(ports.EnumerateArray(), port => Assert.NotEmpty(port.GetProperty("device").GetString()!));
    }

    [Theory]
    [InlineData("checkpoint", "There is nothing to save")]
    [InlineData("restore", "There is no whole checkpoint")]
    public void Storage_OfAnEmptyBoard_IsRefused(string request, string words) => Assert.Contains(
        words,
        Assert.Throws<BoardRefusalException>(() => CommandInvocation.Run(DeviceCommand.Create(), request, "--port", Port)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("is not a port: give a device such as", "info", "--port", "nowhere")]
    [InlineData("/dev/no-such-port", "info", "--port", "/dev/no-such-port")]
    [InlineData("Cannot connect to tcp://127.0.0.1:1", "info", "--port", "tcp://127.0.0.1:1")]
    [InlineData("lies beyond this machine", "info", "--port", "tcp://192.0.2.1:1")]
    [InlineData("give --baud a whole number", "info", "--port", Port, "--baud", "0")]
    [InlineData("Options of the board itself are", "info", "--port", "emulator:size=3")]
    [InlineData("give --bytes a number from 1", "entropy", "--port", Port, "--bytes", "0")]
    [InlineData("give --source a number from 0 to 0", "entropy", "--port", Port, "--source", "3")]
    [InlineData("choose a folder that exists", "entropy", "--port", Port, "--out", "no/such/folder/random.bin")]
    public void Device_BadInput_SaysWhatIsWrong(string sentence, params string[] arguments)
    {
        string message = Assert.Throws<InputException>(() => CommandInvocation.Run(DeviceCommand.Create(), arguments)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }
}
