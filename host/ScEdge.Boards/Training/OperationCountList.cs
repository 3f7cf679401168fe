using System;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Boards.Training;

/// <summary>
/// The counts of a message, in the order of <see cref="CountKind"/>.
/// </summary>
internal static class OperationCountList
{
    /// <summary>Adds the counts of a message.</summary>
    public static void Add(OperationCounts counts, ReadOnlySpan<long> message)
    {
        counts.Numbers += message[(int)CountKind.Numbers];
        counts.Bits += message[(int)CountKind.Bits];
        counts.SetPulses += message[(int)CountKind.SetPulses];
        counts.SetEvents += message[(int)CountKind.SetEvents];
        counts.ResetPulses += message[(int)CountKind.ResetPulses];
        counts.Reads += message[(int)CountKind.Reads];
        counts.RandomWords += message[(int)CountKind.RandomWords];
        counts.Saturations += message[(int)CountKind.Saturations];
        counts.LaneCycles += message[(int)CountKind.LaneCycles];
        counts.AndOperations += message[(int)CountKind.AndOperations];
        counts.XnorOperations += message[(int)CountKind.XnorOperations];
        counts.MuxOperations += message[(int)CountKind.MuxOperations];
        counts.CounterIncrements += message[(int)CountKind.CounterIncrements];
        counts.CounterDecrements += message[(int)CountKind.CounterDecrements];
        counts.RegisterReads += message[(int)CountKind.RegisterReads];
        counts.RegisterWrites += message[(int)CountKind.RegisterWrites];
    }

    /// <summary>Adds the counts of a message.</summary>
    public static void Add(OperationCounts counts, ReadOnlySpan<uint> message)
    {
        Span<long> wide = stackalloc long[MessageLimits.Counts];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = message[i];
        }

        Add(counts, wide);
    }
}
