using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>async and yield need types that the chip lacks.</summary>
internal sealed class StateMachines : NanoRule
{
    private static readonly string[] Marks =
        ["AsyncStateMachineAttribute", "IteratorStateMachineAttribute", "AsyncIteratorStateMachineAttribute"];

    public override IEnumerable<string> Inspect(MethodDefinition method)
    {
        if (method.CustomAttributes.Any(attribute => Marks.Contains(attribute.AttributeType.Name)))
        {
            yield return "the method is async or an iterator; write the loop out";
        }
    }
}
