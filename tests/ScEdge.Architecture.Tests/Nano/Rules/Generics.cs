using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>Generic code compiles for the chip and fails there when it runs.</summary>
internal sealed class Generics : NanoRule
{
    public override IEnumerable<string> Inspect(TypeDefinition type)
    {
        if (type.HasGenericParameters)
        {
            yield return "the type is generic; write it for one type";
        }
    }

    public override IEnumerable<string> Inspect(MethodDefinition method)
    {
        if (method.HasGenericParameters)
        {
            yield return "the method is generic; write it for one type";
        }
    }

    public override IEnumerable<string> InspectTypeUse(TypeReference type)
    {
        if (type is GenericInstanceType or GenericParameter || type.HasGenericParameters)
        {
            yield return $"{type.FullName} is generic; use an array or a type of your own";
        }
    }

    public override IEnumerable<string> InspectMemberUse(MemberReference member)
    {
        if (member is GenericInstanceMethod)
        {
            yield return $"{member.FullName} is a generic method; write it for one type";
        }
    }
}
