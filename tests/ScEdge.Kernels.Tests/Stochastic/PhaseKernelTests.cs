using System;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Protocol.Tests;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// The vector twins against the scalar code of the shared library, number for number.
/// </summary>
public sealed class PhaseKernelTests
{
    public static TheoryData<VectorTier> VectorTiers => [.. Enum.GetValues<VectorTier>().Where(tier => tier is not VectorTier.Scalar)];

    public static TheoryData<VectorTier, int, double, UpdateEncoding> Streams
    {
        get
        {
            TheoryData<VectorTier, int, double, UpdateEncoding> data = [];
            foreach (VectorTier tier in Enum.GetValues<VectorTier>().Where(tier => tier is not VectorTier.Scalar))
            {
                foreach (int length in new[] { 1, 4, 31, 32, 33, 64, 256 })
                {
                    foreach (double spread in new[] { 0, 0.3, 2 })
                    {
                        data.Add(tier, length, spread, UpdateEncoding.SignMagnitude);
                        data.Add(tier, length, spread, UpdateEncoding.Bipolar);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(VectorTiers))]
    public void RunPhase_AnyLengthAndEffects_DoesAndCountsWhatTheScalarCodeDoes(VectorTier tier)
    {
        // A tier that this processor lacks runs on the widest that it has.
        VectorTier used = tier < KernelTier.Hardware ? tier : KernelTier.Hardware;
        for (int length = 0; length <= 257; length++)
        {
            UpdateCase updates = UpdateCase.Drawn((uint)length, length);
            Assert.True(
                UpdateTrace.Of(updates, VectorTier.Scalar).SequenceEqual(UpdateTrace.Of(updates, used)),
                $"length {length}: {updates.Kind} {updates.Settings.Encoding}");
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(VectorTiers))]
    public void RunPhase_CellsWithMemory_DoesAndCountsWhatTheScalarCodeDoes(VectorTier tier)
    {
        // Up to three rounds over the lanes, whole and broken batches.
        VectorTier used = tier < KernelTier.Hardware ? tier : KernelTier.Hardware;
        for (uint seed = 0; seed < 96; seed++)
        {
            UpdateCase updates = UpdateCase.WithMemory(seed, (int)(seed * 8));
            Assert.True(
                UpdateTrace.Of(updates, VectorTier.Scalar).SequenceEqual(UpdateTrace.Of(updates, used)),
                $"seed {seed}: {updates.Kind} {updates.Settings.Encoding}");
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Streams))]
    public void RunPhase_AnyStreamLength_DoesAndCountsWhatTheScalarCodeDoes(
        VectorTier tier, int streamLength, double spread, UpdateEncoding encoding)
    {
        VectorTier used = tier < KernelTier.Hardware ? tier : KernelTier.Hardware;
        UpdateCase updates = UpdateCase.OfStreams(streamLength, spread, encoding);
        Assert.Equal(UpdateTrace.Of(updates, VectorTier.Scalar), UpdateTrace.Of(updates, used));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(VectorTiers))]
    public void RunPhase_AdamOfAnyLengthAndStream_DoesAndCountsWhatTheScalarCodeDoes(VectorTier tier)
    {
        VectorTier used = tier < KernelTier.Hardware ? tier : KernelTier.Hardware;
        int[] streamLengths = [1, 4, 8, 32, 64, 256];
        for (int length = 0; length <= 257; length++)
        {
            UpdateCase updates = UpdateCase.OfStreams(
                streamLengths[length % streamLengths.Length], length % 2 * 0.3, UpdateEncoding.SignMagnitude, "adam") with
            {
                Length = length,
            };
            Assert.True(UpdateTrace.Of(updates, VectorTier.Scalar).SequenceEqual(UpdateTrace.Of(updates, used)), $"length {length}");
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("momentum")]
    [InlineData("adam")]
    public void RunPhase_OnVectors_AllocatesNothing(string kind)
    {
        UpdateCase updates = UpdateCase.OfStreams(32, 0.3, UpdateEncoding.SignMagnitude, kind);
        TensorOptimizer optimizer = updates.NewOptimizer();
        OperationCounts counts = new();
        short[] gradients = new short[updates.Length];
        gradients.AsSpan().Fill(100);
        RunStep(optimizer, 0, gradients, counts);
        RunStep(optimizer, 1, gradients, counts);
        uint next = 2;

        Assert.Equal(0, AllocatedBytes.Of(() => RunStep(optimizer, next++, gradients, counts)));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void RunPhase_RangeBeyondTheRegisters_IsRefused()
    {
        TensorOptimizer optimizer = UpdateCase.OfStreams(32, 0.3, UpdateEncoding.SignMagnitude).NewOptimizer();
        OperationCounts counts = new();
        short[] gradients = new short[optimizer.Weights.Length];
        optimizer.BeginStep(0, 1, 7, new LearningRate(1u << 16, 2), counts);
        optimizer.BeginPhase(0);
        Assert.ThrowsAny<Exception>(() => PhaseKernel.RunPhase(optimizer, 0, gradients, 0, gradients.Length + 1, counts));
    }

    private static void RunStep(TensorOptimizer optimizer, uint step, short[] gradients, OperationCounts counts)
    {
        optimizer.BeginStep(step, 100, 7, new LearningRate(1u << 16, 2), counts);
        for (int phase = 0; phase < optimizer.PhaseCount; phase++)
        {
            optimizer.BeginPhase(phase);
            optimizer.EndPhase(phase, PhaseKernel.RunPhase(optimizer, phase, gradients, 0, gradients.Length, counts));
        }
    }
}
