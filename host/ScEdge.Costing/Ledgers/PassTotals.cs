using System;
using System.Linq;
using System.Text.Json.Serialization;

namespace ScEdge.Costing.Ledgers;

/// <summary>Sums of the rows of passes by tensor and pass: entry tensor x passes + pass.</summary>
public sealed class PassTotals
{
    /// <summary>Gets the energy, leakage included; aJ.</summary>
    public required Int128[] Attojoules { get; init; }

    /// <summary>Gets the RESET pulses.</summary>
    public required long[] ResetPulses { get; init; }

    /// <summary>Gets the energy of everything; aJ.</summary>
    [JsonIgnore]
    public Int128 TotalAttojoules => Attojoules.Aggregate((Int128)0, static (sum, one) => sum + one);

    /// <summary>Makes sums of nothing.</summary>
    /// <param name="count">Tensors times passes.</param>
    public static PassTotals Empty(int count) => new() { Attojoules = new Int128[count], ResetPulses = new long[count] };

    /// <summary>Adds other sums of as many tensors and passes.</summary>
    public void Add(PassTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < Attojoules.Length; i++)
        {
            Attojoules[i] += other.Attojoules[i];
            ResetPulses[i] += other.ResetPulses[i];
        }
    }
}
