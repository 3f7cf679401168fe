using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>
/// Older firmware converts an unsigned number to floating point as if it were signed. A signed 64-bit step between,
/// <c>(double)(long)value</c>, is right everywhere; a local is not enough, since the compiler may remove it.
/// </summary>
/// <param name="exemptions">Methods, as Type::Method, in which the conversion is right, each with its reason.</param>
internal sealed class UnsignedToFloat(IReadOnlyDictionary<string, string> exemptions) : NanoRule
{
    public override IEnumerable<string> Inspect(MethodDefinition method, Instruction instruction)
    {
        if (instruction.OpCode == OpCodes.Conv_R_Un && !exemptions.ContainsKey($"{method.DeclaringType.FullName}::{method.Name}"))
        {
            yield return "an unsigned number may lose its sign on the way to floating point; convert it to long first";
        }
    }
}
