using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// The cells of a bank that no longer switch: some always read one, some always zero, none both.
    /// </summary>
    public sealed class StuckCells
    {
        private const uint StuckSetStream = 0xFFFF0002;
        private const uint StuckResetStream = 0xFFFF0003;

        private readonly int wordsPerLane;
        private readonly bool serialWrite;
        private readonly uint[] set;
        private readonly uint[] reset;

        /// <summary>Draws the stuck cells of a bank.</summary>
        /// <param name="settings">Shares and seeds.</param>
        /// <param name="lanes">Lanes of the bank.</param>
        /// <param name="bank">Index of the bank.</param>
        public StuckCells(CellBankSettings settings, int lanes, uint bank)
        {
            wordsPerLane = (settings.CellsPerLane + 31) / 32;
            serialWrite = settings.SerialWrite;
            set = Drawn(settings, lanes, CounterGenerator.Key(settings.StuckSetSeed, StuckSetStream, bank), settings.StuckSet);

            // A cell is stuck one way only: the share is that of the cells which are not stuck set.
            double share = settings.StuckReset / (1.0 - settings.StuckSet);
            reset = Drawn(settings, lanes, CounterGenerator.Key(settings.StuckResetSeed, StuckResetStream, bank), share);
            for (int i = 0; i < reset.Length; i++)
            {
                reset[i] &= ~set[i];
            }
        }

        /// <summary>Returns a word of a stream as its lane really shows it.</summary>
        /// <param name="lane">Lane that makes the number.</param>
        /// <param name="word">Index of the word in the stream.</param>
        /// <param name="bits">The bits that cells in order would show.</param>
        public uint Override(int lane, int word, uint bits)
        {
            int laneWord = lane * wordsPerLane;
            if (!serialWrite)
            {
                return (bits | set[laneWord + word]) & ~reset[laneWord + word];
            }

            // One cell makes the whole stream.
            if ((set[laneWord] & 1) != 0)
            {
                return 0xFFFFFFFFu;
            }

            return (reset[laneWord] & 1) != 0 ? 0 : bits;
        }

        private uint[] Drawn(CellBankSettings settings, int lanes, ulong key, double share)
        {
            uint[] stuck = new uint[lanes * wordsPerLane];
            uint threshold = (uint)(int)(share * (1 << 24));
            for (int lane = 0; lane < lanes; lane++)
            {
                for (int j = 0; j < settings.CellsPerLane; j++)
                {
                    uint index = (uint)((lane * settings.CellsPerLane) + j);
                    if (CounterGenerator.Word((uint)key, (uint)(key >> 32), index) >> 8 < threshold)
                    {
                        stuck[(lane * wordsPerLane) + (j >> 5)] |= 1u << (j & 31);
                    }
                }
            }

            return stuck;
        }
    }
}
