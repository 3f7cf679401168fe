using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using ScEdge.Rtl.Tests;

namespace ScEdge.Samples.Tests;

/// <summary>The documentation becomes pages: every link and every name in the comments leads somewhere.</summary>
[Trait("Kind", "Process")]
public sealed class SiteTests
{
    [LongFact]
    public async Task Site_OfThisCheckout_HasItsPagesAndTheReference()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-site-");
        try
        {
            ProcessStartInfo start = new("bash", [Path.Combine(SampleTests.Root(), ".ci", "site"), folder.FullName])
            {
                RedirectStandardOutput = true, Environment = { ["LIBRARY"] = AppContext.BaseDirectory },
            };
            using Process site = Process.Start(start)!;
            string output = await site.StandardOutput.ReadToEndAsync();
            await site.WaitForExitAsync();

            Assert.True(site.ExitCode == 0, output);
            Assert.Contains("figures/introduction-errors.svg", await Page("hw-docs/introduction.html"));
            Assert.Contains("A stochastic number", await Page("api/ScEdge.Stochastic.Streams.Bitstream.html"));
            Assert.Contains("hw-docs/tutorials/README.html", await Page("index.html"));
            Assert.True(File.Exists(Path.Combine(folder.FullName, "hw-docs", "figures", "introduction-errors.svg")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task<string> Page(string name) => File.ReadAllTextAsync(Path.Combine(folder.FullName, name));
    }

    /// <summary>A fact that is looked at where long tests run: the program that makes the pages is fetched for it.</summary>
    private sealed class LongFactAttribute : FactAttribute
    {
        public LongFactAttribute() => Skip = LongTests.Missing;
    }
}
