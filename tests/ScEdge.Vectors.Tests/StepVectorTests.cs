using System;
using System.Linq;
using System.Text.Json;
using ScEdge.Kernels;
using ScEdge.Kernels.Stochastic;
using ScEdge.Vectors.Tests.Files;
using ScEdge.Vectors.Tests.Steps;

namespace ScEdge.Vectors.Tests;

/// <summary>The steps of the file, read and taken again.</summary>
[Trait("Kind", "Golden")]
public sealed class StepVectorTests
{
    private static readonly StepCase[] Cases = VectorText.ReadJsonLines<StepCase>(VectorFolder.Read(StepFile.Name));

    public static TheoryData<VectorTier> Tiers => [.. Enum.GetValues<VectorTier>().Where(tier => tier <= KernelTier.Hardware)];

    [Theory]
    [MemberData(nameof(Tiers))]
    public void RunPhase_OnATier_GivesTheRegistersAndCountsOfTheFile(VectorTier tier) => RunAll(tier, int.MaxValue);

    [Theory]
    [MemberData(nameof(Tiers))]
    public void RunPhase_OnATierInShortRanges_GivesTheSame(VectorTier tier) => RunAll(tier, 7);

    [Fact]
    public void Cases_Together_MeetEveryRule()
    {
        StepResult[] results = [.. Cases.SelectMany(one => one.Steps).Select(step => step.Result!)];
        int Shifts(int sign) => Cases.Sum(one => one.Steps.Zip(one.Steps.Skip(1)).Count(pair =>
            Math.Sign((pair.Second.Result!.AuxiliaryFractionBits - pair.First.Result!.AuxiliaryFractionBits) ?? 0) == sign));
        Assert.Contains(results, result => result.AuxiliaryFractionBits is null && result.Auxiliary.Count > 0);
        Assert.True(Shifts(-1) > 0, "no registers were halved");
        Assert.True(Shifts(1) > 0, "no registers were doubled");

        // Every one of the sixteen counts is met, saturations among them.
        for (int count = 0; count < 16; count++)
        {
            Assert.Contains(results, result => result.Counts.Values.Any(values => values[count] > 0));
        }
    }

    private static void RunAll(VectorTier tier, int rangeLength)
    {
        Assert.NotEmpty(Cases);
        foreach (StepCase expected in Cases)
        {
            StepCase actual = StepReplay.Of(
                expected,
                (optimizer, phase, gradients, start, end, counts) =>
                    PhaseKernel.RunPhase(tier, optimizer, phase, gradients, start, end, counts),
                rangeLength);
            for (int i = 0; i < expected.Steps.Count; i++)
            {
                Assert.Equal(Line(expected, i), Line(actual, i));
            }
        }
    }

    private static string Line(StepCase one, int step) =>
        $"{one.Name}, step {step}: {JsonSerializer.Serialize(one.Steps[step].Result, VectorText.Json)}";
}
