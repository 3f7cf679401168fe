using System;
using System.IO;
using System.Linq;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test that needs another program; it says why it is skipped where that is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string program) => Skip = IsInstalled(program) ? null : $"{program} is not installed.";

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
