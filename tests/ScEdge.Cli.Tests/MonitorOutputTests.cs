using System;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Monitoring;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class MonitorOutputTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_FloodOfLines_EndsTheLogAtItsBoundAndSaysSo(bool json)
    {
        const string Variable = "SCEDGE_LOG_MEGABYTES";
        using TemporaryFolder folder = new();
        Environment.SetEnvironmentVariable(Variable, "1");
        try
        {
            MonitorOptions options = new()
            {
                Address = "emulator:", Port = new BoardPortSettings(), LogPath = folder.At("log"), JsonLines = json,
            };
            using (MonitorOutput output = new(options, TextWriter.Null))
            {
                for (int i = 0; i < 3000; i++)
                {
                    output.Add(new MonitorEvent(MonitorKind.Link, DateTime.Now, new string('x', 1000)));
                    output.Write(static _ => []);
                }
            }

            Assert.InRange(new FileInfo(folder.At("log")).Length, 1_000_000, 1_050_000);
            Assert.Contains("has reached 1 megabytes and ends here", File.ReadAllLines(folder.At("log"))[^1], StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void Add_ClockIsSetBack_ReportsGoOnAtTheirInterval()
    {
        MonitorOptions options = new() { Address = "emulator:", Port = new BoardPortSettings(), Interval = TimeSpan.FromSeconds(1) };
        StringWriter writer = new();
        using (MonitorOutput output = new(options, writer))
        {
            DateTime now = DateTime.Now;
            output.Add(new MonitorEvent(MonitorKind.Telemetry, now, "first"));
            output.Add(new MonitorEvent(MonitorKind.Telemetry, now.AddHours(1), "too soon"));
            Thread.Sleep(1000);
            output.Add(new MonitorEvent(MonitorKind.Telemetry, now.AddHours(-1), "next"));
        }

        Assert.Equal(["first", "next"], writer.ToString().TrimEnd('\n').Split('\n').Select(static line => line.Split(' ')[^1]));
    }
}
