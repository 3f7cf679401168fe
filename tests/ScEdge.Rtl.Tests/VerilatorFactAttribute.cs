using System;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// A test that simulates the circuit; it says why it is skipped where Verilator is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VerilatorFactAttribute : FactAttribute
{
    public VerilatorFactAttribute() => Skip = LongTests.Missing ?? Verilator.Missing;
}
