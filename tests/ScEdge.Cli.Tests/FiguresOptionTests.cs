using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using ScEdge.Experiments.Runs;
using ScEdge.Reporting.Figures;

namespace ScEdge.Cli.Tests;

/// <summary>Charts written to a folder by the commands that have some.</summary>
[Trait("Kind", "Slow")]
public sealed class FiguresOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FiguresOptionTests() => TinyImages.Write(_folder.At("images"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Figures_AreThoseOfTheReportAlsoOfARunThatWasFinished()
    {
        CliResult first = Train("--figures", "figures", "--out", "run");
        Run("train", "--resume", "run", "--figures", "later");

        Dictionary<string, string> report =
            FigureFile.In(File.ReadAllText(_folder.At("run/report.html"))).ToDictionary(static one => one.Name, static one => one.Text);
        Assert.Contains("accuracy.svg", report.Keys);
        Assert.Contains("switching.csv", report.Keys);
        Assert.Equal(report, Files("figures"));
        Assert.Equal(report, Files("later"));
        Assert.Contains(first.OutputLines, line => line == $"figures:    figures, {report.Count / 2} as SVG and CSV");
    }

    [Fact]
    public void Train_Report_CarriesVersionCommitAndDate()
    {
        Train("--out", "run");

        JsonElement manifest = JsonElement.Parse(File.ReadAllText(_folder.At("run/manifest.json")));
        string report = File.ReadAllText(_folder.At("run/report.html"));
        Assert.Contains($">{ProgramVersion.Text(ProgramVersion.Number, ProgramVersion.Commit)}</span>", report, StringComparison.Ordinal);
        Assert.Contains($">{manifest.GetProperty("started_utc").GetString()![..19]}Z</span>", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_FiguresWhereAFileIs_IsRefusedBeforeItTrains()
    {
        File.WriteAllText(_folder.At("taken"), "mine");

        CliResult result = CliProcess.Run(_folder.Path, [.. Options, "--figures", "taken", "--out", "run"]);

        result.AssertExit(3);
        Assert.Contains("The figures cannot be written to taken", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
        Assert.Equal("mine", File.ReadAllText(_folder.At("taken")));
    }

    [Fact]
    public void Cost_Figures_TellLibrariesApartByTheirNames()
    {
        Run("cost", "--library", "all", "--figures", "figures");
        Run("cost", "--compare", "--figures", "units");

        string[] names = [.. Files("figures").Keys];
        Assert.Contains("cost-dally45-tornado-energy.svg", names);
        Assert.Contains("cost-tsmc40lp-unarysim-area.csv", names);
        Assert.Equal(["cost-macs.csv", "cost-macs.svg"], Files("units").Keys.Order());
        Assert.Contains("int8 binary", Files("units")["cost-macs.csv"], StringComparison.Ordinal);
        CliProcess.Run(_folder.Path, ["cost", "--solve", "area=1.55mm2", "power=167uW", "--figures", "x"]).AssertExit(2);
    }

    [Fact]
    public void Compare_Figures_HaveTheCurvesOfAllRuns()
    {
        Train("--seeds", "1,2", "--out", "a");
        Train("--seeds", "1,2", "--stream-length", "8", "--out", "b");

        CliResult result = Run("compare", "a", "b", "--figures", "figures");

        Dictionary<string, string> files = Files("figures");
        Assert.Equal(
            ["compare-accuracy", "compare-loss", "compare-trade-off"],
            files.Keys.Where(static name => name.EndsWith(".svg", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order());
        string[] texts = [.. XDocument.Parse(files["compare-loss.svg"]).Descendants().Where(static one => one.Name.LocalName == "text")
            .Select(static one => one.Value)];
        Assert.Contains("a", texts);
        Assert.Contains("b", texts);
        Assert.Contains("3 as SVG and CSV", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reproduce_Figures_AreThoseOfItsPage()
    {
        Run(
            "reproduce", "--dataset", "images", "--model", "edge", "--batch", "8", "--epochs", "1", "--seeds", "1,2", "--lengths", "8,16",
            "--out", "claims", "--figures", "figures");

        Assert.Equal(
            FigureFile.In(File.ReadAllText(_folder.At("claims/reproduction.html"))).ToDictionary(static one => one.Name, static one => one.Text),
            Files("figures"));
        Assert.Contains("energy-by-bits.csv", Files("figures").Keys);
    }

    private static string[] Options => "train --passes fp32 --dataset images --model edge --batch 8 --epochs 1".Split(' ');

    private CliResult Train(params string[] options) => Run([.. Options, .. options]);

    private CliResult Run(params string[] arguments) => CliProcess.Run(_folder.Path, arguments).AssertExit(0);

    private Dictionary<string, string> Files(string folder) => Directory.EnumerateFiles(_folder.At(folder))
        .ToDictionary(static file => Path.GetFileName(file), static file => File.ReadAllText(file));
}
