using System.Collections.Generic;
using ScEdge.Architecture.Tests.Nano.Rules;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>The rules that together make the subset for shared code.</summary>
internal static class NanoSubset
{
    /// <summary>
    /// Methods that may convert an unsigned number to floating point, each with the reason why its sign survives.
    /// </summary>
    private static readonly Dictionary<string, string> UnsignedConversions = [];

    /// <summary>Makes the lint for code that may use the members of the given lists.</summary>
    public static NanoLint CreateLint(params string[] lists) => new(
        new Generics(),
        new ArrayRanks(),
        new Opcodes(),
        new Pointers(),
        new Decimals(),
        new FixedBuffers(),
        new InterfaceBodies(),
        new StateMachines(),
        new CheckedArithmetic(),
        new UnsignedToFloat(UnsignedConversions),
        new MathLibrary(),
        new CompilerRoutines(),
        new ReviewedMembers(NanoMembers.Load(lists)),
        new SizeLimits());
}
