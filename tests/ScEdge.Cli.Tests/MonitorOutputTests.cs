using System;
using System.IO;
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
}
