using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;

namespace ScEdge.Firmware.Tests.Projects;

/// <summary>
/// What the chip's project system would see of the .nfproj: evaluated with stand-ins that import what the real one imports, in its order.
/// </summary>
[Trait("Kind", "Unit")]
public sealed class ChipProjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-nfproj-").FullName;

    public ChipProjectTests()
    {
        // The real ones add conventions of the chip; what matters here is when they import the common files.
        Write("NFProjectSystem.Default.props", """<Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />""");
        Write("NFProjectSystem.props", "");
        Write("NFProjectSystem.CSharp.targets", """<Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />""");
    }

    [Theory]
    [InlineData("BOARD_ESP32")]
    [InlineData("BOARD_ESP32_S3")]
    [InlineData("BOARD_ESP32_C3")]
    public void Evaluate_BehindTheProjectSystem_HasTheChipsLanguageAndNoneOfTheRepositorysRules(string board)
    {
        JsonElement found = Evaluate(board);
        JsonElement properties = found.GetProperty("Properties");
        Assert.Equal("9.0", properties.GetProperty("LangVersion").GetString());
        foreach (string name in (string[])["Nullable", "TreatWarningsAsErrors", "AnalysisMode", "ImplicitUsings"])
        {
            Assert.True(properties.GetProperty(name).GetString() is "" or "false", name);
        }

        string[] symbols = properties.GetProperty("DefineConstants").GetString()!.Split(';');
        Assert.Contains("NANOFRAMEWORK_1_0", symbols);
        Assert.Contains(board, symbols);
        Assert.Equal("PackagesConfig", properties.GetProperty("RestoreProjectStyle").GetString());
        Assert.NotEqual("true", properties.GetProperty("RestorePackagesWithLockFile").GetString());
        string items = found.GetProperty("Items").GetRawText();
        Assert.Contains("Program.cs", items, StringComparison.Ordinal);
        Assert.Contains("LevelProduct.cs", items, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), $"<Project>{content}</Project>");

    private JsonElement Evaluate(string board)
    {
        ProcessStartInfo start = new("dotnet",
        [
            "msbuild", Path.Combine(Root(), "firmware", "ScEdge.Firmware", "ScEdge.Firmware.nfproj"),
            $"-p:NanoFrameworkProjectSystemPath={_folder}{Path.DirectorySeparatorChar}", $"-p:Board={board}",
            "-getProperty:LangVersion,Nullable,TreatWarningsAsErrors,AnalysisMode,ImplicitUsings,DefineConstants,RestoreProjectStyle,"
                + "RestorePackagesWithLockFile",
            "-getItem:Compile",
        ])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output).RootElement;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln.");
    }
}
