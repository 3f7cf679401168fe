using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ScEdge.Nano.Tests.Interpreter;

/// <summary>The vectors and the shared code as one program for the chip: compiled, processed and run in a folder of its own.</summary>
internal sealed partial class NanoImage : IDisposable
{
    private const string Name = "Vectors";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly InterpreterSettings settings;
    private readonly string folder = Directory.CreateTempSubdirectory("scedge-nano").FullName;

    private NanoImage(InterpreterSettings settings) => this.settings = settings;

    public long Bytes => new FileInfo(Path.Combine(folder, Name + ".pe")).Length;

    public static NanoImage Build(InterpreterSettings settings)
    {
        NanoImage image = new(settings);
        image.Compile();
        image.Process();
        return image;
    }

    public string[] Run() => Execute(
        settings.Runner, [Path.Combine(settings.Libraries, "mscorlib.pe"), .. Libraries(".pe"), Path.Combine(folder, Name + ".pe")])
        .Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    public void Dispose() => Directory.Delete(folder, true);

    private void Compile()
    {
        string[] arguments =
        [
            Compiler(), "-nologo", "-noconfig", "-nostdlib", "-target:exe", "-langversion:9", "-optimize+", "-deterministic",
            "-define:NANOFRAMEWORK_1_0", "-nowarn:1701,1702", "-out:" + Path.Combine(folder, Name + ".dll"),
            "-reference:" + Path.Combine(settings.Libraries, "mscorlib.dll"), .. Libraries(".dll").Select(path => "-reference:" + path),
            .. Sources(),
        ];
        Execute("dotnet", arguments);
    }

    private void Process()
    {
        string[] command = settings.MetadataProcessor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] hints =
        [
            .. new[] { Path.Combine(settings.Libraries, "mscorlib.dll") }.Concat(Libraries(".dll"))
                .SelectMany(path => new[] { "-loadHints", Path.GetFileNameWithoutExtension(path), path }),
        ];
        Execute(
            command[0],
            [.. command.Skip(1), .. hints, "-parse", Path.Combine(folder, Name + ".dll"), "-compile", Path.Combine(folder, Name + ".pe"), "false"]);
    }

    private IEnumerable<string> Libraries(string extension) =>
        Directory.GetFiles(settings.Libraries, "*" + extension).Where(path => Path.GetFileNameWithoutExtension(path) != "mscorlib").Order();

    /// <summary>The files that the shared source lists name, and the vectors.</summary>
    private static IEnumerable<string> Sources()
    {
        string root = Root();
        string[] projects = ["ScEdge.Stochastic", "ScEdge.Entropy", "ScEdge.Protocol", "ScEdge.Device"];
        return projects.SelectMany(project =>
            {
                string home = Path.Combine(root, "shared", project);
                return IncludedFolder().Matches(File.ReadAllText(Path.Combine(home, project + ".projitems")))
                    .SelectMany(match => SourcesIn(Path.Combine(home, match.Groups["folder"].Value), match.Groups["deep"].Success));
            })
            .Concat(SourcesIn(Path.Combine(root, "tests", "ScEdge.Nano.Tests", "Vectors"), true))
            .Order(StringComparer.Ordinal);
    }

    private static string[] SourcesIn(string folder, bool deep) =>
        Directory.GetFiles(folder, "*.cs", deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln.");
    }

    /// <summary>The C# compiler of the newest SDK beside the runtime that runs the tests.</summary>
    private static string Compiler()
    {
        string sdks = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../sdk"));
        return Directory.GetDirectories(sdks).Order(StringComparer.Ordinal)
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
    }

    private static string Execute(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(true);
        }

        // The interpreter's exit code says nothing; that of the tools does.
        Assert.True(process.ExitCode == 0, $"{program}: {output.Result}{errors.Result}");
        return output.Result;
    }

    [GeneratedRegex(@"\$\(MSBuildThisFileDirectory\)(?:(?<folder>\w+)\\)?(?<deep>\*\*\\)?\*\.cs")]
    private static partial Regex IncludedFolder();
}
