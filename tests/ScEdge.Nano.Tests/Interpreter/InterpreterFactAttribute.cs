using System;

namespace ScEdge.Nano.Tests.Interpreter;

/// <summary>A test that needs the chip's interpreter and is skipped, with the reason, where it is not set up.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InterpreterFactAttribute : FactAttribute
{
    public InterpreterFactAttribute() => Skip = InterpreterSettings.Missing();
}
