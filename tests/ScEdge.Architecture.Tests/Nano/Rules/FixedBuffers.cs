using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>Buffers inside a struct compile for the chip and fail there when they are used.</summary>
internal sealed class FixedBuffers : NanoRule
{
    public override IEnumerable<string> Inspect(TypeDefinition type) =>
        from field in type.Fields
        where field.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "FixedBufferAttribute")
        select $"{field.Name} is a fixed buffer; use an array";
}
