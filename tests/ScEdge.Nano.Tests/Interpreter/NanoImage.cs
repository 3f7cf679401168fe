using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ScEdge.Nano.Tests.Interpreter;

/// <summary>
/// The arithmetic, the board and the vectors as three assemblies for the chip, which holds 64 KB of IL in each: compiled, processed and run in a
/// folder of their own.
/// </summary>
internal sealed partial class NanoImage : IDisposable
{
    private const string Arithmetic = "Arithmetic";
    private const string Board = "Board";
    private const string Vectors = "Vectors";
    private static readonly string[] Assemblies = [Arithmetic, Board, Vectors];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly InterpreterSettings settings;
    private readonly string folder = Directory.CreateTempSubdirectory("scedge-nano").FullName;

    private NanoImage(InterpreterSettings settings) => this.settings = settings;

    public long Bytes => Assemblies.Sum(name => new FileInfo(Built(name, ".pe")).Length);

    public static NanoImage Build(InterpreterSettings settings)
    {
        NanoImage image = new(settings);
        image.Make(Arithmetic, "library", SharedSources("ScEdge.Stochastic", "ScEdge.Entropy"), []);
        image.Make(Board, "library", SharedSources("ScEdge.Protocol", "ScEdge.Device"), [Arithmetic]);
        image.Make(Vectors, "exe", SourcesIn(Path.Combine(Root(), "tests", "ScEdge.Nano.Tests", "Vectors"), true), [Arithmetic, Board]);
        return image;
    }

    public string[] Run() => Execute(
        settings.Runner,
        [Path.Combine(settings.Libraries, "mscorlib.pe"), .. Libraries(".pe"), .. Assemblies.Select(name => Built(name, ".pe"))])
        .Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    public void Dispose() => Directory.Delete(folder, true);

    private string Built(string name, string extension) => Path.Combine(folder, name + extension);

    private void Make(string name, string target, IEnumerable<string> sources, string[] uses)
    {
        string[] references =
        [
            Path.Combine(settings.Libraries, "mscorlib.dll"), .. Libraries(".dll"), .. uses.Select(used => Built(used, ".dll")),
        ];
        string[] arguments =
        [
            Compiler(), "-nologo", "-noconfig", "-nostdlib", "-target:" + target, "-langversion:9", "-optimize+", "-deterministic",
            "-define:NANOFRAMEWORK_1_0", "-nowarn:1701,1702", "-out:" + Built(name, ".dll"),
            .. references.Select(path => "-reference:" + path),
            .. sources.Order(StringComparer.Ordinal),
        ];
        Execute("dotnet", arguments);
        string[] command = settings.MetadataProcessor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] hints = [.. references.SelectMany(path => new[] { "-loadHints", Path.GetFileNameWithoutExtension(path), path })];
        Execute(command[0], [.. command.Skip(1), .. hints, "-parse", Built(name, ".dll"), "-compile", Built(name, ".pe"), "false"]);
    }

    private IEnumerable<string> Libraries(string extension) =>
        Directory.GetFiles(settings.Libraries, "*" + extension).Where(path => Path.GetFileNameWithoutExtension(path) != "mscorlib").Order();

    /// <summary>The files that the source lists of shared projects name.</summary>
    private static IEnumerable<string> SharedSources(params string[] projects) => projects.SelectMany(project =>
    {
        string home = Path.Combine(Root(), "shared", project);
        return IncludedFolder().Matches(File.ReadAllText(Path.Combine(home, project + ".projitems")))
            .SelectMany(match => SourcesIn(
                Path.Combine(home, match.Groups["folder"].Value.Replace('\\', Path.DirectorySeparatorChar)), match.Groups["deep"].Success));
    });

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

    [GeneratedRegex(@"\$\(MSBuildThisFileDirectory\)(?:(?<folder>\w+(?:\\\w+)*)\\)?(?<deep>\*\*\\)?\*\.cs")]
    private static partial Regex IncludedFolder();
}
