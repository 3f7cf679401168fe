using System;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Tests.Spice;

/// <summary>
/// A test that simulates transistors; it says why it is skipped where ngspice is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpiceFactAttribute : FactAttribute
{
    public SpiceFactAttribute() => Skip = ExternalTool.Spice.IsInstalled ? null : "ngspice not installed: apt-get install ngspice.";
}
