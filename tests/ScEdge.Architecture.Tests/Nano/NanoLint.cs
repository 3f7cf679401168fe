using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>
/// Reads compiled IL and reports what the runtime of .NET nanoFramework v1 lacks, or does differently in silence.
/// </summary>
/// <remarks>
/// Shared code compiles here against netstandard2.0, which has far more than the chip. Much of the difference also
/// compiles on the chip and fails there only when it runs (generics, int[,], stackalloc), so it is looked for in the IL.
/// </remarks>
internal sealed class NanoLint(params NanoRule[] rules)
{
    /// <summary>Checks a whole assembly; attributes of the assembly itself belong to the desktop head and are left out.</summary>
    public IEnumerable<NanoFinding> Check(ModuleDefinition module) =>
        Apply(module.Name, rule => rule.Inspect(module))
            .Concat(module.Types.Where(type => type.Name != "<Module>").SelectMany(Check));

    /// <summary>Checks a type and the types nested in it.</summary>
    public IEnumerable<NanoFinding> Check(TypeDefinition type) =>
        Apply(type.FullName, rule => rule.Inspect(type))
            .Concat(CheckUses(type.FullName, NanoUse.By(type)))
            .Concat(type.Fields.SelectMany(field => CheckUses($"{type.FullName}::{field.Name}", NanoUse.By(field))))
            .Concat(type.Methods.SelectMany(Check))
            .Concat(type.NestedTypes.SelectMany(Check))
            .Distinct();

    private IEnumerable<NanoFinding> Check(MethodDefinition method)
    {
        string place = $"{method.DeclaringType.FullName}::{method.Name}";
        return Apply(place, rule => rule.Inspect(method))
            .Concat(CheckUses(place, NanoUse.By(method)))
            .Concat(method.HasBody ? method.Body.Instructions.SelectMany(step => Check(method, step, place)) : []);
    }

    private IEnumerable<NanoFinding> Check(MethodDefinition method, Instruction instruction, string methodPlace)
    {
        string place = $"{methodPlace} IL_{instruction.Offset:x4}";
        return Apply(place, rule => rule.Inspect(method, instruction)).Concat(CheckUses(place, NanoUse.By(instruction)));
    }

    private IEnumerable<NanoFinding> CheckUses(string place, IEnumerable<MemberReference> uses) =>
        uses.SelectMany(use => use is TypeReference type
            ? TypeParts.Of(type).SelectMany(part => Apply(place, rule => rule.InspectTypeUse(part)))
            : Apply(place, rule => rule.InspectMemberUse(use)));

    private IEnumerable<NanoFinding> Apply(string place, System.Func<NanoRule, IEnumerable<string>> inspect) =>
        from rule in rules
        from message in inspect(rule)
        select new NanoFinding(rule.Name, place, message);
}
