using ScEdge.Stochastic.Sources;

namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// Words of the counter-based generator: the same in every run and on every machine.
    /// </summary>
    /// <remarks>
    /// Word n is <c>CounterGenerator.Word(Key(seed, stream, n div 2^32), n mod 2^32)</c>, the word by which an update's streams are
    /// defined (<see cref="ScEdge.Stochastic.Streams.StreamFormat"/>). No 2^64 words repeat.
    /// </remarks>
    public sealed class ReplaySource : IEntropySource
    {
        private readonly ulong seed;
        private readonly uint stream;
        private uint step;
        private uint counter;
        private uint keyLow;
        private uint keyHigh;

        /// <summary>Makes the source at its first word.</summary>
        /// <param name="seed">Seed of the run; any value.</param>
        /// <param name="stream">Identity of the stream; distinct streams are independent.</param>
        public ReplaySource(ulong seed, uint stream)
        {
            this.seed = seed;
            this.stream = stream;
            TakeKey();
        }

        /// <inheritdoc/>
        public EntropyQuality Quality
        {
            get { return EntropyQuality.Replay; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return Sources.MinEntropy.Full; }
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            uint word = CounterGenerator.Word(keyLow, keyHigh, counter);
            counter++;
            if (counter == 0)
            {
                step++;
                TakeKey();
            }

            return word;
        }

        private void TakeKey()
        {
            ulong key = CounterGenerator.Key(seed, stream, step);
            keyLow = (uint)key;
            keyHigh = (uint)(key >> 32);
        }
    }
}
