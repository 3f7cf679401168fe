using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>The chip has arrays of one dimension only; their construction and access are methods of the array type.</summary>
internal sealed class ArrayRanks : NanoRule
{
    public override IEnumerable<string> InspectTypeUse(TypeReference type)
    {
        if (type is ArrayType { IsVector: false })
        {
            yield return $"{type.FullName} has several dimensions; use one dimension and compute the index";
        }
    }
}
