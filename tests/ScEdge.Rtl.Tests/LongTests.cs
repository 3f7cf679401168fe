using System;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// Says whether the tests run that take minutes: in a browser, on a cluster, of the circuit in Verilator.
/// </summary>
internal static class LongTests
{
    private const string Variable = "SCEDGE_LONG_TESTS";

    /// <summary>Gets why they are skipped; null where they run.</summary>
    public static string? Missing { get; } =
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"It takes long: set {Variable}=1, as .ci/run does, to run it." : null;
}
