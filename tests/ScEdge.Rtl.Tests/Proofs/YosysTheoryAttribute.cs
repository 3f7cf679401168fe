using System;
using ScEdge.Silicon.Tools;

namespace ScEdge.Rtl.Tests.Proofs;

/// <summary>
/// Cases that Yosys proves; they say why they are skipped where it is not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class YosysTheoryAttribute : TheoryAttribute
{
    private bool _isLong;

    public YosysTheoryAttribute() => Skip = ExternalTool.Yosys.IsInstalled ? null : "yosys not installed: apt-get install yosys.";

    /// <summary>Gets or sets whether they take more than seconds.</summary>
    public bool IsLong
    {
        get => _isLong;
        set
        {
            _isLong = value;
            Skip ??= value ? LongTests.Missing : null;
        }
    }
}
