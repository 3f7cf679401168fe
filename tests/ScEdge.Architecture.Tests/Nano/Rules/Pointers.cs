using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>The chip's metadata processor rejects pointers, pinned locals and function pointers.</summary>
internal sealed class Pointers : NanoRule
{
    public override IEnumerable<string> InspectTypeUse(TypeReference type)
    {
        if (type is PointerType or FunctionPointerType or PinnedType)
        {
            yield return $"{type.FullName} is a pointer or pinned; use an array and an index";
        }
    }
}
