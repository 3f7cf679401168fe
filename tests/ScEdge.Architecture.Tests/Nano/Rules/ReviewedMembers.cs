using System;
using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>
/// Shared code may name only those types and members of the class library that were compared with the chip's.
/// </summary>
/// <param name="reviewed">The lines of nano-members.txt.</param>
internal sealed class ReviewedMembers(IReadOnlySet<string> reviewed) : NanoRule
{
    public override IEnumerable<string> InspectTypeUse(TypeReference type) =>
        type is TypeSpecification or GenericParameter ? [] : Judge(type, type);

    public override IEnumerable<string> InspectMemberUse(MemberReference member) =>
        member.DeclaringType is ArrayType ? [] : Judge(member, member.DeclaringType);

    private IEnumerable<string> Judge(MemberReference member, TypeReference owner)
    {
        // Our own code, in this or another shared assembly, is inspected where it is defined.
        TypeReference definition = owner.GetElementType();
        bool isOurs = definition.Scope is ModuleDefinition || definition.Scope.Name.StartsWith("ScEdge.", StringComparison.Ordinal);
        string line = NanoMembers.Line(member);
        if (!isOurs && !reviewed.Contains(line))
        {
            yield return $"not reviewed for the chip; after review add this line to nano-members.txt: {line}";
        }
    }
}
