using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>
/// The chip's metadata counts the methods and fields of a type in bytes and addresses IL and strings with 16 bits.
/// </summary>
/// <remarks>
/// A token or a far jump takes 4 bytes on the desktop and 2 on the chip; a switch counts its targets in 4 bytes there and 1 here, and each
/// takes 4 and 2.
/// </remarks>
internal sealed class SizeLimits : NanoRule
{
    public const int MembersOfAKind = 255;
    public const int BytesOfIL = 65536;
    public const int BytesOfStrings = 65536;

    public override IEnumerable<string> Inspect(TypeDefinition type)
    {
        (string Kind, int Count)[] kinds =
        [
            ("static methods", type.Methods.Count(method => method.IsStatic)),
            ("virtual methods", type.Methods.Count(method => method.IsVirtual)),
            ("instance methods", type.Methods.Count(method => !method.IsStatic && !method.IsVirtual)),
            ("static fields", type.Fields.Count(field => field.IsStatic)),
            ("instance fields", type.Fields.Count(field => !field.IsStatic)),
        ];
        return from kind in kinds
               where kind.Count > MembersOfAKind
               select $"{kind.Count} {kind.Kind}, more than {MembersOfAKind}; split the type";
    }

    private static int SizeOnChip(Instruction instruction) => instruction.GetSize() - instruction.OpCode.OperandType switch
    {
        OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineString
            or OperandType.InlineBrTarget => 2,
        OperandType.InlineSwitch => 3 + (2 * ((Instruction[])instruction.Operand).Length),
        _ => 0,
    };

    public override IEnumerable<string> Inspect(ModuleDefinition module)
    {
        MethodDefinition[] methods = module.GetAllTypes().SelectMany(type => type.Methods).ToArray();
        MethodBody[] bodies = methods.Where(method => method.HasBody).Select(method => method.Body).ToArray();

        int il = bodies.Sum(body => body.Instructions.Sum(SizeOnChip));
        if (il > BytesOfIL)
        {
            yield return $"{il} bytes of IL, more than {BytesOfIL}; split the assembly";
        }

        int strings = bodies.SelectMany(body => body.Instructions).Select(instruction => instruction.Operand).OfType<string>()
            .Concat(module.GetAllTypes().SelectMany(type => new[] { type.Name, type.Namespace }))
            .Concat(module.GetAllTypes().SelectMany(type => type.Fields).Select(field => field.Name))
            .Concat(methods.Select(method => method.Name))
            .Distinct()
            .Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        if (strings > BytesOfStrings)
        {
            yield return $"{strings} bytes of strings, more than {BytesOfStrings}; split the assembly or shorten its texts";
        }
    }
}
