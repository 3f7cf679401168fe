using System;
using ScEdge.Rtl.Tests;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A theory that takes minutes; it says how to run it where it is skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = LongTests.Missing;
}
