using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// Cells that exist as a model only, their chance given by another source: the switching law on a hardware generator.
    /// </summary>
    /// <remarks>
    /// <para>For every word of bits a fresh 64-bit key is drawn from the driving source, and the bank makes the word from that key with its
    /// own tables (<see cref="CellBank.DrawWord"/>). So the bits obey the law and the non-idealities of the bank exactly, and they relate
    /// to those of a replayed run in one way only: a replayed run computes the key from seed, stream and step, here it is
    /// drawn. The same key gives the same bits; recorded keys replay a run.</para>
    /// <para>Two words of the driving source are spent on at most 32 bits. At P = 1/2 on ideal cells the bits are a one-to-one function of
    /// the key's low half, so they have all the entropy that it has.</para>
    /// </remarks>
    public sealed class EmulatedCbram : IBernoulliSource
    {
        private readonly IEntropySource driver;
        private readonly CellBank bank;
        private readonly uint minEntropy;
        private readonly OperationCounts counts = new OperationCounts();
        private int lane;

        /// <summary>Sets a bank of cells on a source.</summary>
        /// <param name="driver">Source of the keys; its quality becomes that of the bits.</param>
        /// <param name="bank">The cells; lanes serve in turn, of at least 32 cells each unless they write serially.</param>
        /// <param name="minEntropy">
        /// Min-entropy claimed per bit at P = 1/2 in units of 2^-16 bit: what the driver claims for ideal cells, less where the cells
        /// deviate.
        /// </param>
        public EmulatedCbram(IEntropySource driver, CellBank bank, uint minEntropy)
        {
            this.driver = driver;
            this.bank = bank;
            this.minEntropy = minEntropy;
        }

        /// <inheritdoc/>
        public EntropyQuality Quality
        {
            get { return driver.Quality; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return minEntropy; }
        }

        /// <summary>Gets what the modelled cells did.</summary>
        public OperationCounts Counts
        {
            get { return counts; }
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            return NextWord(BernoulliWord.One / 2, 32);
        }

        /// <inheritdoc/>
        public uint NextWord(uint probability, int length)
        {
            uint keyLow = driver.NextWord();
            uint keyHigh = driver.NextWord();
            uint mask = 0xFFFFFFFFu >> (32 - length);
            uint bits = bank.DrawWord(lane, 0, probability, mask, keyLow, keyHigh, 0, counts);
            bank.CountNumber(probability, length, PopulationCount.Of(bits), counts);
            lane++;
            if (lane == bank.Lanes)
            {
                lane = 0;
            }

            return bits;
        }
    }
}
