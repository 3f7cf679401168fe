using System;
using System.Linq;
using System.Reflection;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Optimization;

namespace ScEdge.Device.Tests;

/// <summary>The sixteen counts that travel have one order: in the circuits, in messages and in files, where that of baselines follows.</summary>
[Trait("Kind", "Unit")]
public sealed class CountOrderTests
{
    private static readonly FieldInfo[] Fields = [.. typeof(OperationCounts).GetFields().OrderBy(static field => field.MetadataToken)];

    [Fact]
    public void CopyTo_DistinctCounts_FollowsTheOrderOfDeclaration()
    {
        long[] values = new long[MessageLimits.Counts];

        Distinct().CopyTo(values);

        Assert.Equal(Enumerable.Range(1, MessageLimits.Counts).Select(static i => (long)i), values);
    }

    [Fact]
    public void CountKind_Names_AreTheFieldsInTheirOrder() =>
        Assert.Equal(Fields.Select(static field => field.Name), Enum.GetNames<CountKind>());

    [Fact]
    public void CountNames_All_AreTheFieldsInTheirOrder() =>
        Assert.Equal(
            Fields.Select(static field => field.Name)
                .Append(nameof(OperationCounts.Multiplications))
                .Select(static name => WithUnderscores(name).ToUpperInvariant()),
            CountNames.All.Select(static name => name.ToUpperInvariant()));

    [Fact]
    public void Read_CountsByName_GivesThemBack()
    {
        long[] values = new long[CountNames.All.Count];

        CountNames.Write(CountNames.Read(CountNames.Of(Distinct())), values);

        Assert.Equal(Enumerable.Range(1, CountNames.All.Count).Select(static i => (long)i), values);
    }

    private static OperationCounts Distinct()
    {
        OperationCounts counts = new();
        for (int i = 0; i < Fields.Length; i++)
        {
            Fields[i].SetValue(counts, i + 1L);
        }

        counts.Multiplications = Fields.Length + 1;
        return counts;
    }

    private static string WithUnderscores(string name) =>
        string.Concat(name.Select(static (letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString()));
}
