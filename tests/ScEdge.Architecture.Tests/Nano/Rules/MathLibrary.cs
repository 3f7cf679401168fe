using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>
/// The chip computes System.Math in single precision and binds some overloads otherwise, so results would differ
/// from a desktop in silence. No list of reviewed members can allow it.
/// </summary>
internal sealed class MathLibrary : NanoRule
{
    public override IEnumerable<string> InspectTypeUse(TypeReference type)
    {
        if (type.FullName is "System.Math" or "System.MathF")
        {
            yield return $"{type.FullName} differs on the chip; use integers, tables or a series of your own";
        }
    }
}
