using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>The chip has no decimal numbers.</summary>
internal sealed class Decimals : NanoRule
{
    public override IEnumerable<string> InspectTypeUse(TypeReference type)
    {
        if (type.FullName == "System.Decimal")
        {
            yield return "the chip has no decimal; use scaled integers";
        }
    }
}
