using System;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test on a real cluster of one node; it says why it is skipped where Slurm is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = SlurmDaemons.Missing;
}
