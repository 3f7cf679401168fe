using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Namespaces;

/// <summary>What the tests of the folders' directions see, shown on a sample for each way to name a type.</summary>
[Trait("Kind", "Unit")]
public sealed class NamespaceUseTests
{
    private const string Named = "Named";
    private const string Unseen = "Unseen.";

    private static readonly SortedDictionary<string, SortedSet<string>> Uses = ReadSamples();

    [Fact]
    public void In_EveryWayToNameAType_IsSeen() => Breaches.AssertNone(
        from folder in Uses.Keys
        where folder != Named && !folder.StartsWith(Unseen, System.StringComparison.Ordinal) && !Uses[folder].SequenceEqual([Named])
        select $"{folder} is not seen to use {Named}");

    [Fact]
    public void In_ConstantAndNameOf_AreNotSeen() => Assert.Equal(
        [Unseen + "Constant", Unseen + "NameOf"],
        Uses.Where(use => use.Key != Named && use.Value.Count == 0).Select(use => use.Key));

    private static SortedDictionary<string, SortedSet<string>> ReadSamples()
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(typeof(NamespaceUseTests).Assembly.Location);
        return NamespaceUse.In(assembly, typeof(NamespaceUseTests).Namespace + ".Samples");
    }
}
