using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Device.Service
{
    /// <summary>
    /// How the board is: what is wrong with it, and how long it has run.
    /// </summary>
    internal sealed class BoardHealth
    {
        private readonly IEntropySource[] sources;
        private readonly IClock clock;
        private readonly long startedAt;

        public BoardHealth(IEntropySource[] sources, IClock clock)
        {
            this.sources = sources;
            this.clock = clock;
            startedAt = clock.Microseconds;
        }

        /// <summary>Gets the time since the board started; us.</summary>
        public long UptimeMicroseconds
        {
            get { return clock.Microseconds - startedAt; }
        }

        /// <summary>Gets or sets whether the last self test found a fault.</summary>
        public bool HasSelfTestFailed { get; set; }

        /// <summary>Gets or sets whether the storage failed when it was last used.</summary>
        public bool HasStorageFailed { get; set; }

        /// <summary>Gets the flags of what is wrong.</summary>
        public BoardFaults Flags
        {
            get
            {
                BoardFaults flags = (HasSelfTestFailed ? BoardFaults.SelfTest : BoardFaults.None)
                    | (HasStorageFailed ? BoardFaults.Storage : BoardFaults.None);
                for (int i = 0; i < sources.Length; i++)
                {
                    flags |= sources[i].Quality == EntropyQuality.Failing ? BoardFaults.Entropy : BoardFaults.None;
                }

                return flags;
            }
        }
    }
}
