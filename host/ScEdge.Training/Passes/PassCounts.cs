using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Passes;

/// <summary>What the circuits of one product layer did, pass by pass.</summary>
public sealed class PassCounts
{
    /// <summary>Names of the passes in the order of <see cref="ByPass"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["forward", "backward", "weight gradient"];

    /// <summary>Gets the counts of each pass. The backing array.</summary>
    public OperationCounts[] ByPass { get; } = [new(), new(), new()];

    /// <summary>Gets the counts of the forward pass.</summary>
    public OperationCounts Forward => ByPass[0];

    /// <summary>Gets the counts of the backward pass.</summary>
    public OperationCounts Backward => ByPass[1];

    /// <summary>Gets the counts of the weight gradient.</summary>
    public OperationCounts Gradient => ByPass[2];

    /// <summary>Adds another layer's or thread's counts.</summary>
    public void Add(PassCounts other)
    {
        for (int pass = 0; pass < ByPass.Length; pass++)
        {
            ByPass[pass].Add(other.ByPass[pass]);
        }
    }

    /// <summary>Sets all counts to zero.</summary>
    public void Clear()
    {
        foreach (OperationCounts counts in ByPass)
        {
            counts.Clear();
        }
    }
}
