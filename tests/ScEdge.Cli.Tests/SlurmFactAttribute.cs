using System;
using ScEdge.Rtl.Tests;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test on a real cluster of one node; it says why it is skipped where Slurm is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = LongTests.Missing ?? SlurmDaemons.Missing;
}
