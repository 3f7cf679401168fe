using System;
using System.IO;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Flashing;
using ScEdge.Input;
using ScEdge.Link.Serial;

namespace ScEdge.Cli.Tests;

/// <summary>Flashing with a tool that only writes down how it was called.</summary>
[Trait("Kind", "Unit")]
public sealed class FlashCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private readonly string _port;
    private readonly string _image;

    public FlashCommandTests()
    {
        _port = _folder.At("port");
        File.WriteAllText(_port, "");
        _image = _folder.At("my image.bin");
        File.WriteAllText(_image, "NFMRK1 and so on");
    }

    private string Calls => File.Exists(_folder.At("calls")) ? File.ReadAllText(_folder.At("calls")) : "";

    [Theory]
    [InlineData("esp32", "ESP32_REV3")]
    [InlineData("esp32-s3", "ESP32_S3_QUAD")]
    [InlineData("esp32-c3", "ESP32_C3")]
    [InlineData("esp32-psram", "ESP32_PSRAM_REV3")]
    [InlineData("ESP32_PSRAM_REV3", "ESP32_PSRAM_REV3")]
    public void DryRun_Board_PrintsTheCommandsAndTouchesNothing(string board, string runtime)
    {
        InstallTool(exitCode: 0);
        string text = CommandInvocation.Run(
            FlashCommand.Create(), "--target", board, "--port", "COM5", "--image", _image, "--link", "COM6", "--dry-run").Output;

        Assert.StartsWith(
            $"nanoff --update --target {runtime} --serialport COM5\n"
            + $"nanoff --target {runtime} --serialport COM5 --deploy --image '{_image}'\n"
            + "scedge device info --port COM6\n",
            text,
            StringComparison.Ordinal);
        Assert.Equal(board != runtime, text.TrimEnd().EndsWith('.'));
        Assert.Empty(Calls);
    }

    [Fact]
    public void DryRun_SlowAdapter_TellsTheToolItsSpeed() => Assert.Contains(
        "--serialport COM5 --baud 460800\n",
        CommandInvocation.Run(
            FlashCommand.Create(), "--target", "esp32", "--port", "COM5", "--image", _image, "--baud", "460800", "--dry-run").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2", "A board with 2 MB of flash leaves 65,536 bytes to the image")]
    [InlineData("1", "A board with 1 MB of flash has no room for the runtime")]
    public void DryRun_BoardOfTooLittleFlash_IsRefused(string megabytes, string start) => Assert.StartsWith(
        start,
        Assert.Throws<InputException>(() => CommandInvocation.Run(
            FlashCommand.Create(), "--target", "esp32", "--port", "COM5", "--image", _image, "--flash-size", megabytes, "--dry-run")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("other.bin", "There is no image ")]
    [InlineData("port", "is no image for a board: ")]
    public void DryRun_BadImage_IsRefused(string image, string part) => Assert.Contains(
        part,
        Assert.Throws<InputException>(() => CommandInvocation.Run(
            FlashCommand.Create(), "--target", "esp32", "--port", "/dev/absent", "--image", _folder.At(image), "--dry-run")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Flash_Json_IsWhatWasDoneAndWhoAnswers()
    {
        InstallTool(exitCode: 0);
        JsonElement json = CommandInvocation.Run(
            FlashCommand.Create(), "--target", "esp32", "--port", _port, "--image", _image, "--link", "emulator:", "--json").Json;

        Assert.Equal(2, json.GetProperty("commands").GetArrayLength());
        Assert.Equal("emulator:", json.GetProperty("port").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", json.GetProperty("firmware").GetString());
    }

    [Fact]
    public void Flash_ToolSucceeds_UpdatesDeploysAndAsksTheBoard()
    {
        InstallTool(exitCode: 0);
        string text =
            CommandInvocation.Run(FlashCommand.Create(), "--target", "esp32", "--port", _port, "--image", _image, "--link", "emulator:").Output;

        Assert.Equal(
            $"--update|--target|ESP32_REV3|--serialport|{_port}|\n--target|ESP32_REV3|--serialport|{_port}|--deploy|--image|{_image}|\n", Calls);
        Assert.Matches(@"Flashed, and .+ answers on emulator:: firmware \d+\.\d+\.\d+\.\n$", text);
    }

    [Fact]
    public void Flash_PortThatIsInUse_IsRefusedBeforeTheToolRuns()
    {
        InstallTool(exitCode: 0);
        string[] arguments = ["--target", "esp32", "--port", _port, "--image", _image, "--link", "none"];
        using (PortLock.Take(_port))
        {
            string message = Assert.Throws<InputException>(() => CommandInvocation.Run(FlashCommand.Create(), arguments)).Message;
            Assert.Contains($"{_port} is in use by process", message, StringComparison.Ordinal);
            Assert.Empty(Calls);
        }

        CommandInvocation.Run(FlashCommand.Create(), arguments);
        Assert.NotEmpty(Calls);
    }

    [Fact]
    public void Flash_ToolFails_SaysSoAndDeploysNothing()
    {
        InstallTool(exitCode: 3);

        Assert.StartsWith("nanoff ended with code 3: ", Mistake("esp32", _port, _image), StringComparison.Ordinal);
        Assert.Equal(1, Calls.Split("--serialport").Length - 1);
    }

    [Fact]
    public void Find_NoTool_SaysHowToInstallIt() => Assert.Equal(
        "nanoff, the tool that writes the flash of boards, was not found: install it with dotnet tool install -g nanoff.",
        Assert.Throws<InputException>(() => FlashTool.Find([_folder.Path])).Message);

    [Theory]
    [InlineData("esp8266", "port", "my image.bin", "\"esp8266\" is no board that can be flashed: ")]
    [InlineData("esp32", "tcp://x:1", "my image.bin", "\"tcp://x:1\" is no serial port through which a board can be flashed: ")]
    [InlineData("esp32", "auto", "my image.bin", "\"auto\" is no serial port through which a board can be flashed: ")]
    [InlineData("esp32", "none", "my image.bin", "There is no port ")]
    [InlineData("esp32", "port", "other.bin", "There is no image ")]
    [InlineData("esp32", "port", "port", "")]
    public void Flash_BadInput_IsNamedInASentenceBeforeTheToolRuns(string board, string port, string image, string start)
    {
        InstallTool(exitCode: 0);
        string mistake = Mistake(board, port is "port" or "none" ? _folder.At(port) : port, _folder.At(image));

        Assert.StartsWith(start.Length > 0 ? start : _port + " is no image for a board: ", mistake, StringComparison.Ordinal);
        Assert.EndsWith(".", mistake, StringComparison.Ordinal);
        Assert.Empty(Calls);
    }

    [Fact]
    public void Check_ImageLargerThanThePartition_IsRefused()
    {
        using (FileStream file = File.OpenWrite(_image))
        {
            file.SetLength(0x1C0001);
        }

        Assert.Contains("1835009 bytes", Assert.Throws<InputException>(() => DeploymentImage.Check(_image)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _folder.Dispose();
    }

    private static string Mistake(string board, string port, string image) => Assert.Throws<InputException>(() => CommandInvocation.Run(
        FlashCommand.Create(), "--target", board, "--port", port, "--image", image, "--link", "none")).Message;

    /// <summary>A script in the place of the tool, in front of the path.</summary>
    private void InstallTool(int exitCode)
    {
        string tool = _folder.At(FlashTool.Name);
        File.WriteAllText(tool, $"#!/bin/sh\nprintf '%s|' \"$@\" >> '{_folder.At("calls")}'\necho >> '{_folder.At("calls")}'\nexit {exitCode}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Environment.SetEnvironmentVariable("PATH", _folder.Path + Path.PathSeparator + _path);
    }
}
