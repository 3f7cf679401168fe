using System;
using ScEdge.Rtl.Tests;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A test of hundreds of processes: with SCEDGE_LONG_TESTS=1 only.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = LongTests.Missing;
}
