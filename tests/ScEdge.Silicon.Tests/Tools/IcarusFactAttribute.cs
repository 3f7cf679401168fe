using System;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Tests.Tools;

/// <summary>
/// A test that simulates gates; it says why it is skipped where Icarus Verilog is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IcarusFactAttribute : FactAttribute
{
    public IcarusFactAttribute() => Skip = ExternalTool.Icarus.IsInstalled ? null : "iverilog not installed: apt-get install iverilog.";
}
