using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>
/// Holds the loop without calls to the circuit that defines the bits. A bank with an empty list of stuck cells has the same bits as
/// one without a list and takes the general path.
/// </summary>
[Trait("Kind", "Property")]
public class FusedUpdateTests
{
    public static TheoryData<string, int, int, int, int> Cases()
    {
        TheoryData<string, int, int, int, int> cases = [];
        foreach (string kind in new[] { "sgd", "momentum" })
        {
            foreach (int length in new[] { 1, 2, 3, 7, 8, 16, 31, 32 })
            {
                cases.Add(kind, length, 33 - length, 16, 32767);
                cases.Add(kind, length, length, 9, 32767);
                cases.Add(kind, 32, length, 16, 300);
                cases.Add(kind, length, 32, 12, 1);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RunPhase_NominalCells_GivesTheBitsAndCountsOfTheCircuit(
        string kind, int gradientLength, int otherLength, int registerBits, int largestGradient)
    {
        OptimizerSettings settings = new()
        {
            Seed = (ulong)gradientLength,
            GradientLength = gradientLength,
            DecayLength = otherLength,
            WeightLength = kind == "sgd" ? gradientLength : otherLength,
            WeightBits = registerBits,
            MomentumBits = registerBits,
            WeightDecay = 3000,
        };
        OperationCounts fusedCounts = new();
        OperationCounts circuitCounts = new();
        TensorOptimizer fused = Make(kind, settings, 0.0);
        TensorOptimizer circuit = Make(kind, settings, 1e-9);
        Assert.Null(fused.Bank.Stuck);
        Assert.NotNull(circuit.Bank.Stuck);
        for (uint step = 0; step < 8; step++)
        {
            short[] gradients = OptimizerFixture.Spread(step, OptimizerFixture.Length, largestGradient);

            // An entry at full scale makes p = 1, and ranges of 71 begin at any parameter.
            gradients[5] = (short)-largestGradient;
            OptimizerFixture.Step(fused, step, gradients, 12, OptimizerFixture.Rate, fusedCounts, 71);
            OptimizerFixture.Step(circuit, step, gradients, 12, OptimizerFixture.Rate, circuitCounts, 71);
            Assert.Equal(circuit.Weights, fused.Weights);
            Assert.Equal(circuit.Auxiliary(0), fused.Auxiliary(0));
            Assert.Equal(circuit.AuxiliaryFractionBits, fused.AuxiliaryFractionBits);
        }

        foreach (var count in typeof(OperationCounts).GetFields())
        {
            Assert.Equal((count.Name, count.GetValue(circuitCounts)), (count.Name, count.GetValue(fusedCounts)));
        }

        Assert.True(fusedCounts.SetEvents > 0);
    }

    [Fact]
    public void RunPhase_AllCases_MeetEveryBranch()
    {
        // Certain bits, saturated registers and silent streams occur in the cases above, so that their branches are compared too.
        OptimizerSettings settings = new() { Seed = 1, GradientLength = 8, WeightLength = 8, WeightBits = 9, MomentumBits = 9 };
        OperationCounts counts = new();
        TensorOptimizer optimizer = Make("momentum", settings, 0.0);
        short[] gradients = [.. OptimizerFixture.Spread(1, OptimizerFixture.Length, 32767).Select(value => (short)(value & ~3))];
        gradients[5] = short.MinValue + 1;
        for (uint step = 0; step < 40; step++)
        {
            OptimizerFixture.Step(optimizer, step, gradients, 12, OptimizerFixture.Rate, counts);
        }

        Assert.True(counts.Saturations > 0);
        Assert.True(counts.SetPulses < counts.Bits);
    }

    private static TensorOptimizer Make(string kind, OptimizerSettings settings, double emptyList)
    {
        CellBank bank = new(new CellBankSettings { Lanes = 13, StuckSet = emptyList, SerialWrite = settings.DecayLength > 20 }, 0);
        TensorOptimizer optimizer = kind == "sgd"
            ? new SgdOptimizer(settings, 3, OptimizerFixture.Length, 14, bank)
            : new MomentumOptimizer(settings, 3, OptimizerFixture.Length, 14, bank);
        OptimizerFixture.Spread(9, OptimizerFixture.Length, optimizer.WeightLimit).CopyTo(optimizer.Weights, 0);
        optimizer.Refresh();
        return optimizer;
    }
}
