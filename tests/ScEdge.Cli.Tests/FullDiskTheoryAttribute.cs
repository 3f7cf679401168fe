using System;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test on a disk that is really full, a small file system in memory; it says why it is skipped where the system lets no user mount one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDiskTheoryAttribute : TheoryAttribute
{
    private static readonly string? Missing = !OperatingSystem.IsLinux() ? "Small disks are mounted on Linux only."
        : ShellScript.Run(AppContext.BaseDirectory, "unshare -rm mount -t tmpfs -o size=4k none /mnt").ExitCode != 0
            ? "The system lets no user mount a file system in memory (user namespaces)."
            : null;

    public FullDiskTheoryAttribute() => Skip = Missing;
}
