using System;
using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>The interpreter runs checked arithmetic without the check, so code must not count on it.</summary>
/// <remarks>The compiler also writes such a conversion for the length of an array that is given as a long.</remarks>
internal sealed class CheckedArithmetic : NanoRule
{
    public override IEnumerable<string> Inspect(MethodDefinition method, Instruction instruction)
    {
        string name = instruction.OpCode.Name;
        if (name.EndsWith(".ovf", StringComparison.Ordinal) || name.Contains(".ovf.", StringComparison.Ordinal))
        {
            yield return $"{name} never throws on the chip; test the range before the operation";
        }
    }
}
