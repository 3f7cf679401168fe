using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>Methods with a body inside an interface compile for the chip and fail there when they are called.</summary>
internal sealed class InterfaceBodies : NanoRule
{
    public override IEnumerable<string> Inspect(MethodDefinition method)
    {
        if (method.DeclaringType.IsInterface && !method.IsAbstract)
        {
            yield return "a method of an interface has a body; move it to a class";
        }
    }
}
