using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>A tensor put into the state of another goes on with the same bits; impossible states are told from possible ones.</summary>
public sealed class TensorStateTests
{
    private const int Length = 100;

    public static TheoryData<OptimizerKind> Kinds() => new(Enum.GetValues<OptimizerKind>());

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Kinds))]
    public void Restore_CopyOfAnother_ContinuesWithTheSameBits(OptimizerKind kind)
    {
        TensorOptimizer first = NewTrained(kind, 5);
        TensorOptimizer second = NewTrained(kind, 0);
        TensorStateReader.Restore(second, TensorStateWriter.Copy(first));

        // Before the next step, which overwrites it and where a bit that was not remembered changes only few others.
        Assert.Contains(first.Bank.Memory, word => word != 0);
        Assert.Equal(first.Bank.Memory, second.Bank.Memory);
        Step(first, 5);
        Step(second, 5);
        Assert.Equal(TensorStateWriter.Copy(first), TensorStateWriter.Copy(second));
        Assert.Equal(first.Bank.Memory, second.Bank.Memory);
        Assert.NotEqual(TensorOptimizer.NoScale, kind == OptimizerKind.Sgd ? 0 : second.AuxiliaryFractionBits);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(90)]
    public void Begin_PartOfASequence_GivesTheBytesOfTheWhole(int start)
    {
        TensorOptimizer tensor = NewTrained(OptimizerKind.Adam, 3);
        byte[] whole = TensorStateWriter.Copy(tensor);
        byte[] part = new byte[40];
        TensorStateWriter writer = new();
        writer.Begin(part, 2, start, 33);
        TensorState.Visit(tensor, writer);
        Assert.Equal([0, 0, .. whole[start..(start + 33)], 0, 0, 0, 0, 0], part);
        Assert.Equal(whole.Length, TensorStateWriter.LengthOf(tensor));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(3, 0x7F)]
    [InlineData(11, 0x80)]
    [InlineData(-1, 0x7F)]
    public void Visit_ImpossiblePart_FailsAndChangesNothing(int place, byte value)
    {
        // The highest bytes of the scale, of the age, and of a register of 12 bits.
        TensorOptimizer tensor = NewTrained(OptimizerKind.Momentum, 3);
        byte[] state = TensorStateWriter.Copy(tensor);
        byte[] bad = [.. state];
        bad[place < 0 ? bad.Length + place : place] = value;
        TensorStateReader reader = new(bad, applies: false);
        TensorState.Visit(tensor, reader);
        Assert.True(reader.HasFailed);
        Assert.Equal(state, TensorStateWriter.Copy(tensor));
    }

    private static TensorOptimizer NewTrained(OptimizerKind kind, uint steps)
    {
        OptimizerSettings settings = new() { Seed = 6, MomentumBits = 12, WeightDecay = 500 };
        CellBank bank = new(new CellBankSettings { Lanes = 9, ResidualFilament = 0.5, Wear = 0.5, EnduranceCycles = 50 }, 1);
        TensorOptimizer tensor = OptimizerDescription.Of(kind).NewCircuit(settings, 1, Length, 15, bank);
        for (uint step = 0; step < steps; step++)
        {
            Step(tensor, step);
        }

        return tensor;
    }

    private static void Step(TensorOptimizer tensor, uint step)
    {
        OperationCounts counts = new();
        OptimizerFixture.Step(tensor, step, OptimizerFixture.Spread(step, Length, 9000), 14, OptimizerFixture.Rate, counts);
        tensor.Bank.Age(counts.SetEvents);
    }
}
