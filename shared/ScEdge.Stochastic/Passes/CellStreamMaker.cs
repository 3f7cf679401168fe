using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Bits of its own for every number, each from a cell of a lane or from a generator in its place.
    /// </summary>
    /// <remarks>
    /// Number i of a tensor owns the counters i x 16 ceil(N / 32) and following and is made by lane (i + serial x rotation) mod lanes.
    /// </remarks>
    public sealed class CellStreamMaker : IStreamMaker
    {
        private readonly CellBank bank;
        private readonly ulong seed;
        private readonly uint streamNumber;
        private readonly int laneRotation;
        private readonly int words;
        private uint keyLow;
        private uint keyHigh;
        private int firstLane;

        /// <summary>Makes the maker of a stream.</summary>
        /// <param name="bank">Cells; lanes of at least N cells. With memory they must make their numbers in order.</param>
        /// <param name="settings">Seed and rotation.</param>
        /// <param name="streamNumber">As <see cref="PassKey.StreamNumber"/> returns it.</param>
        /// <param name="length">N, in bits.</param>
        public CellStreamMaker(CellBank bank, PassSettings settings, uint streamNumber, int length)
        {
            this.bank = bank;
            seed = settings.Seed;
            laneRotation = settings.LaneRotation;
            this.streamNumber = streamNumber;
            Length = length;
            TakesPulses = settings.Source != StreamSource.Counter;
            words = (length + 31) / 32;
        }

        /// <inheritdoc/>
        public int Length { get; }

        /// <summary>Gets whether cells make the bits; generators take no pulse, no read and no RESET.</summary>
        public bool TakesPulses { get; }

        /// <summary>Gets the cells.</summary>
        public CellBank Bank
        {
            get { return bank; }
        }

        /// <summary>Returns the key of a tensor's random words.</summary>
        public ulong KeyOf(uint serial)
        {
            return PassKey.Of(seed, streamNumber, serial);
        }

        /// <summary>Returns the lane that makes number 0 of a tensor.</summary>
        public int FirstLaneOf(uint serial)
        {
            return (int)(serial * (uint)laneRotation % (uint)bank.Lanes);
        }

        /// <inheritdoc/>
        public void Begin(uint serial, OperationCounts counts)
        {
            ulong key = KeyOf(serial);
            keyLow = (uint)key;
            keyHigh = (uint)(key >> 32);
            firstLane = FirstLaneOf(serial);
        }

        /// <inheritdoc/>
        public void Draw(int index, uint probability, uint[] words, int offset, OperationCounts counts)
        {
            int lane = (int)(((uint)index + (uint)firstLane) % (uint)bank.Lanes);
            uint counter = (uint)(index * this.words * BernoulliWord.CounterStride);
            int ones = 0;
            for (int word = 0; word < this.words; word++)
            {
                int left = Length - (word * 32);
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                uint bits = bank.DrawWord(lane, word, probability, mask, keyLow, keyHigh, counter, counts);
                ones += PopulationCount.Of(bits);
                words[offset + word] = bits;
                counter += BernoulliWord.CounterStride;
            }

            CountNumber(probability, ones, counts);
        }

        /// <summary>Counts what making one number takes.</summary>
        /// <param name="probability">Probability that was wanted.</param>
        /// <param name="ones">Ones of its stream.</param>
        /// <param name="counts">Receives the counts.</param>
        private void CountNumber(uint probability, int ones, OperationCounts counts)
        {
            if (TakesPulses)
            {
                bank.CountNumber(probability, Length, ones, counts);
            }
            else
            {
                counts.Numbers++;
                counts.Bits += Length;
            }
        }
    }
}
