using System;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Parsing;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class MonitorCommandTests
{
    private const string Port = "emulator:";

    [Theory]
    [InlineData("give some of text, log, telemetry, frames, link", "--port", Port, "--only", "text,words")]
    [InlineData("give a number with one of the units", "--port", Port, "--interval", "5")]
    [InlineData("give a time from 10ms to 3600s", "--port", Port, "--interval", "1us")]
    [InlineData("The log file no/such/folder/log.txt cannot be written", "--port", Port, "--log", "no/such/folder/log.txt")]
    [InlineData("is not a port", "--port", "nowhere")]
    public void Monitor_BadInput_SaysWhatIsWrong(string sentence, params string[] arguments)
    {
        string message = Assert.Throws<InputException>(() => CommandInvocation.Run(MonitorCommand.Create(), arguments)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Monitor_LogNameTooLong_IsTheReason()
    {
        string name = new('x', 300);
        string message = Assert.Throws<InputException>(() => CommandInvocation.Run(MonitorCommand.Create(), "--port", Port, "--log", name)).Message;

        Assert.Contains("too long", message, StringComparison.Ordinal);
        Assert.DoesNotContain("exists", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Monitor_FramesAndOnly_IsMisuse() =>
        Assert.Throws<UsageException>(() => CommandInvocation.Run(MonitorCommand.Create(), "--port", Port, "--frames", "--only", "log"));

    [Fact]
    public void Monitor_ListenAndReset_IsMisuse() =>
        Assert.Throws<UsageException>(() => CommandInvocation.Run(MonitorCommand.Create(), "--port", Port, "--listen", "--reset"));
}
