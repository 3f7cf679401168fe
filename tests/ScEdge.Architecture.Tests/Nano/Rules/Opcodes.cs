using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>Instructions that the interpreter does not have.</summary>
internal sealed class Opcodes : NanoRule
{
    public static OpCode[] Unsupported { get; } =
    [
        OpCodes.Arglist, OpCodes.Calli, OpCodes.Ckfinite, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Jmp, OpCodes.Localloc,
        OpCodes.Mkrefany, OpCodes.Readonly, OpCodes.Refanytype, OpCodes.Refanyval,
    ];

    public override IEnumerable<string> Inspect(MethodDefinition method, Instruction instruction)
    {
        if (Unsupported.Contains(instruction.OpCode))
        {
            yield return $"the interpreter has no {instruction.OpCode.Name}";
        }
    }
}
