using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>The declarations of the optimisers hold of what their circuits do.</summary>
public sealed class OptimizerDescriptionTests
{
    private const int Length = 200;

    public static TheoryData<OptimizerKind> Kinds() => new(Enum.GetValues<OptimizerKind>());

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(255)]
    [InlineData(-1)]
    public void Of_UnknownKind_Refuses(int kind)
    {
        Assert.False(OptimizerDescription.IsKnown((OptimizerKind)kind));
        Assert.Throws<ArgumentException>(() => OptimizerDescription.Of((OptimizerKind)kind));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void KnownKinds_Mask_IsThatOfTheEnumeration() =>
        Assert.Equal((uint)Enum.GetValues<OptimizerKind>().Sum(kind => 1 << (int)kind), OptimizerDescription.KnownKinds);

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Kinds))]
    public void NewCircuit_EveryKind_HasTheRegistersAndPhasesOfItsDescription(OptimizerKind kind)
    {
        OptimizerDescription description = OptimizerDescription.Of(kind);
        TensorOptimizer circuit = NewCircuit(kind, new OptimizerSettings());
        Assert.Same(description, circuit.Description);
        Assert.Equal(kind, description.Kind);
        Assert.Equal(TensorArray.Weights, description.Phases[^1].Target);
        Assert.Equal(description.Auxiliaries, description.Phases[..^1].Select(phase => phase.Name));
        Assert.NotNull(description.Auxiliaries.Length == 0 ? circuit.Weights : circuit.Auxiliary(description.Auxiliaries.Length - 1));
        Assert.Null(circuit.Auxiliary(description.Auxiliaries.Length));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Kinds))]
    public void RunPhase_EveryPhase_ReadsAndChangesWhatItsDescriptionSays(OptimizerKind kind)
    {
        // Twice the same phase from the same state, once with other numbers in every array that it must not read.
        OptimizerDescription description = OptimizerDescription.Of(kind);
        for (int phase = 0; phase < description.Phases.Length; phase++)
        {
            PhaseDescription declared = description.Phases[phase];
            (short[][] before, short[][] plain) = RunPhase(kind, phase, spoiled: 0);
            int others = ~declared.Inputs & ((1 << before.Length) - 1);
            (short[][] spoiledBefore, short[][] spoiled) = RunPhase(kind, phase, others);
            for (int array = 0; array < before.Length; array++)
            {
                bool changes = ((declared.Outputs >> array) & 1) != 0;
                Assert.Equal(changes, !before[array].SequenceEqual(plain[array]));
                Assert.Equal(changes ? plain[array] : spoiledBefore[array], spoiled[array]);
            }
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Kinds))]
    public void Step_RateAsStream_DrawsAStreamOnlyWhereAPhaseReadsIt(OptimizerKind kind)
    {
        OptimizerDescription description = OptimizerDescription.Of(kind);
        OperationCounts counts = new();
        TensorOptimizer circuit = NewCircuit(kind, new OptimizerSettings { RateAsStream = true });
        circuit.BeginStep(3, 100, 12, new LearningRate(50000, 5), counts);
        Assert.Equal(description.UsesRateStream, circuit.HasRateStream);
        Assert.Equal(description.UsesRateStream ? 1 : 0, counts.Numbers);
        Assert.Equal(description.UsesRateStream ? 32 : 0, counts.SetPulses);
    }

    private static (short[][] Before, short[][] After) RunPhase(OptimizerKind kind, int phase, int spoiled)
    {
        TensorOptimizer circuit = NewCircuit(kind, new OptimizerSettings { Seed = 4, WeightDecay = 3000 });
        circuit.AuxiliaryFractionBits = 13;
        short[] gradients = OptimizerFixture.Spread(1, Length, 9000);
        short[][] arrays = [gradients, circuit.Weights, .. circuit.Description.Auxiliaries.Select((_, i) => circuit.Auxiliary(i))];
        for (int array = 1; array < arrays.Length; array++)
        {
            OptimizerFixture.Spread((uint)array + 20, Length, 9000).CopyTo(arrays[array], 0);
        }

        circuit.Refresh();
        circuit.BeginStep(3, 9000, 12, OptimizerFixture.Rate, new OperationCounts());
        circuit.BeginPhase(phase);
        for (int array = 0; array < arrays.Length; array++)
        {
            if (((spoiled >> array) & 1) != 0)
            {
                OptimizerFixture.Spread((uint)array + 40, Length, 9000).CopyTo(arrays[array], 0);
            }
        }

        short[][] before = [.. arrays.Select(array => array.ToArray())];
        circuit.RunPhase(phase, gradients, 0, Length, new OperationCounts());
        return (before, arrays);
    }

    private static TensorOptimizer NewCircuit(OptimizerKind kind, OptimizerSettings settings) =>
        OptimizerDescription.Of(kind).NewCircuit(settings, 2, Length, 15, OptimizerFixture.IdealBank());
}
