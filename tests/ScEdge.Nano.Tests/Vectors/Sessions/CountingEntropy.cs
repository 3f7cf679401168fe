using ScEdge.Entropy.Sources;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// A source whose words are 1, 2, 3.
    /// </summary>
    public sealed class CountingEntropy : IEntropySource
    {
        private uint word;

        /// <inheritdoc/>
        public EntropyQuality Quality
        {
            get { return EntropyQuality.Replay; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return 32768; }
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            word++;
            return word;
        }
    }
}
