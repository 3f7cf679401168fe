using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// The account of a batch: brings the counts of all threads together and lets the cells age by them.
/// </summary>
internal sealed class PassBooks(PassRoute route)
{
    private const int Operands = (int)PassOperand.GradientOne + 1;

    private readonly OperationCounts[][] _byOperand = [.. route.Stages.Select(static _ => NewCounts())];

    /// <summary>What the circuits of each product layer did in the last batch.</summary>
    public IReadOnlyList<PassCounts> Counts { get; } = [.. route.Stages.Select(static _ => new PassCounts())];

    /// <summary>Makes the counts of a product layer, one for each operand.</summary>
    public static OperationCounts[] NewCounts() => [.. Enumerable.Range(0, Operands).Select(static _ => new OperationCounts())];

    /// <summary>Closes a batch; the workers' counts begin anew.</summary>
    public void Close(PassWorker[] workers)
    {
        foreach (ProductStage stage in route.Stages)
        {
            OperationCounts[] sums = _byOperand[stage.Index];
            PassCounts counts = Counts[stage.Index];
            counts.Clear();
            for (int operand = 0; operand < sums.Length; operand++)
            {
                sums[operand].Clear();
                foreach (PassWorker worker in workers)
                {
                    sums[operand].Add(worker.ByOperand[stage.Index][operand]);
                    worker.ByOperand[stage.Index][operand].Clear();
                }

                counts.ByPass[Math.Min(operand / 2, 2)].Add(sums[operand]);
            }

            stage.Age(sums);
        }
    }
}
