using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Serving;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class PageExportTests
{
    [Fact]
    public void Write_WithARun_CopiesThePageAndItsNetwork()
    {
        using TemporaryFolder folder = new();
        TinyImages.Write(folder.At("images"));
        CliProcess.Run(
            folder.Path,
            "train --passes fp32 --dataset images --model edge --batch 8 --epochs 1 --baseline none --out run".Split(' ')).AssertExit(0);
        string run = folder.At("run");

        PageExport.Write(folder.At("site"), run, Packed(folder));

        Assert.Equal("first page", File.ReadAllText(folder.At("site/index.html")));
        Assert.Equal("code", File.ReadAllText(folder.At("site/_framework/code.wasm")));
        Assert.True(File.Exists(folder.At("site/.nojekyll")));
        JsonElement network = Assert.Single(
            JsonDocument.Parse(File.ReadAllText(folder.At("site/data/networks.json"))).RootElement.EnumerateArray().ToArray());
        string name = network.GetProperty("name").GetString()!;
        Assert.Equal(Path.GetFileName(run), name);
        Assert.Equal(["0", "1", "2"], network.GetProperty("class_names").EnumerateArray().Select(static one => one.GetString()));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(run, ParameterFiles.RegistersName)),
            File.ReadAllBytes(folder.At($"site/data/{name}/{ParameterFiles.RegistersName}")));
    }

    [Fact]
    public void Write_WithoutARun_HasNoNetwork()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("site"));

        PageExport.Write(folder.At("site"), run: null, Packed(folder));

        Assert.Equal("[]\n", File.ReadAllText(folder.At("site/data/networks.json")));
    }

    [Fact]
    public void Write_FolderThatHoldsSomething_IsRefusedAndLeftAsItIs()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("site"));
        File.WriteAllText(folder.At("site/mine"), "");

        Assert.Throws<InputException>(() => PageExport.Write(folder.At("site"), run: null, Packed(folder)));

        Assert.Equal(["mine"], Directory.GetFileSystemEntries(folder.At("site")).Select(static path => Path.GetFileName(path)));
    }

    [Fact]
    public void Write_NoRun_IsRefusedAndLeavesNothing()
    {
        using TemporaryFolder folder = new();
        string program = Packed(folder);

        Assert.Throws<InputException>(() => PageExport.Write(folder.At("site"), folder.At("program"), program));

        Assert.Equal(["program"], Directory.GetFileSystemEntries(folder.Path).Select(static path => Path.GetFileName(path)));
    }

    /// <summary>A program with a page beside it, and what makes its first page.</summary>
    private static string Packed(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.At("program/serve/wwwroot/_framework"));
        File.WriteAllText(folder.At("program/serve/wwwroot/index.html"), "page");
        File.WriteAllText(folder.At("program/serve/scedge-serve"), "#!/bin/sh\n[ $1 = first-page ] && printf 'first page' > \"$2/index.html\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.At("program/serve/scedge-serve"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        File.WriteAllText(folder.At("program/serve/wwwroot/_framework/code.wasm"), "code");
        return folder.At("program");
    }
}
