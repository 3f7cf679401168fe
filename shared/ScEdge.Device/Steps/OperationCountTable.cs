using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// The counts of the circuits in the order in which they travel.
    /// </summary>
    internal static class OperationCountTable
    {
        /// <summary>Copies the counts in the order of <see cref="CountKind"/>.</summary>
        public static void Copy(OperationCounts counts, long[] table)
        {
            table[(int)CountKind.Numbers] = counts.Numbers;
            table[(int)CountKind.Bits] = counts.Bits;
            table[(int)CountKind.SetPulses] = counts.SetPulses;
            table[(int)CountKind.SetEvents] = counts.SetEvents;
            table[(int)CountKind.ResetPulses] = counts.ResetPulses;
            table[(int)CountKind.Reads] = counts.Reads;
            table[(int)CountKind.RandomWords] = counts.RandomWords;
            table[(int)CountKind.Saturations] = counts.Saturations;
            table[(int)CountKind.LaneCycles] = counts.LaneCycles;
            table[(int)CountKind.AndOperations] = counts.AndOperations;
            table[(int)CountKind.XnorOperations] = counts.XnorOperations;
            table[(int)CountKind.MuxOperations] = counts.MuxOperations;
            table[(int)CountKind.CounterIncrements] = counts.CounterIncrements;
            table[(int)CountKind.CounterDecrements] = counts.CounterDecrements;
            table[(int)CountKind.RegisterReads] = counts.RegisterReads;
            table[(int)CountKind.RegisterWrites] = counts.RegisterWrites;
        }

        /// <summary>Copies the counts of a tile, which fit 32 bits.</summary>
        public static void Copy(OperationCounts counts, long[] scratch, uint[] table)
        {
            Copy(counts, scratch);
            for (int i = 0; i < table.Length; i++)
            {
                table[i] = (uint)scratch[i];
            }
        }
    }
}
