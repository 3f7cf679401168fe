using ScEdge.Device;
using ScEdge.Entropy.Sources;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// A source as the board shows it to the host.
    /// </summary>
    public sealed class WatchedEntropy : IBoardEntropy
    {
        private readonly IEntropySource source;

        /// <summary>Shows a source.</summary>
        public WatchedEntropy(IEntropySource source)
        {
            this.source = source;
        }

        /// <inheritdoc/>
        public Protocol.Messages.EntropyQuality Quality
        {
            get { return (Protocol.Messages.EntropyQuality)(int)source.Quality; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return source.MinEntropy; }
        }

        /// <inheritdoc/>
        /// <remarks>Zero where no source is healthy, which the quality says.</remarks>
        public uint NextWord()
        {
            return source.Quality == EntropyQuality.Failing ? 0 : Drawn();
        }

        private uint Drawn()
        {
            try
            {
                return source.NextWord();
            }
            catch (System.InvalidOperationException)
            {
                return 0;
            }
        }
    }
}
