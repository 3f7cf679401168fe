using System;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// As <see cref="VerilatorFactAttribute"/>, for cases.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VerilatorTheoryAttribute : TheoryAttribute
{
    public VerilatorTheoryAttribute() => Skip = LongTests.Missing ?? Verilator.Missing;
}
