using System;
using ScEdge.Rtl.Tests;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test that takes minutes; it says how to run it where it is skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() =>
        Skip = LongTests.Missing ?? (OperatingSystem.IsWindows() ? "It needs signals and shell scripts." : null);
}
