using System;
using System.Collections.Generic;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano.Rules;

/// <summary>
/// The compiler's private type may hold the bytes of static tables, which RuntimeHelpers.InitializeArray copies on the
/// chip too; routines in it (the hash of a switch on strings, the throw of an open switch expression) are not proven.
/// </summary>
internal sealed class CompilerRoutines : NanoRule
{
    public override IEnumerable<string> Inspect(MethodDefinition method) => Judge(method);

    public override IEnumerable<string> InspectMemberUse(MemberReference member) => member is MethodReference ? Judge(member) : [];

    private static IEnumerable<string> Judge(MemberReference method)
    {
        if (method.DeclaringType.Name.StartsWith(CompilerType.PrivateDetails, StringComparison.Ordinal))
        {
            yield return $"the compiler's routine {method.Name} is not proven on the chip; write the switch as comparisons, "
                + "or give it a default";
        }
    }
}
