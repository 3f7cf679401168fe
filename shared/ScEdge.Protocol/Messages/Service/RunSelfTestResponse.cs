namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What the self test found.
    /// </summary>
    public sealed class RunSelfTestResponse : Message
    {
        /// <summary>Tests that were run.</summary>
        public SelfTests Run;

        /// <summary>Tests that failed.</summary>
        public SelfTests Failed;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Run = (SelfTests)fields.UInt32((uint)Run);
            Failed = (SelfTests)fields.UInt32((uint)Failed);
        }
    }

    /// <summary>
    /// The tests of a self test: the sum of these.
    /// </summary>
    public enum SelfTests
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>The CRC-32.</summary>
        Check = 1,

        /// <summary>The random words.</summary>
        Words = 2,

        /// <summary>An optimiser.</summary>
        Optimizer = 4,

        /// <summary>The storage, as it was when it was last used.</summary>
        Storage = 8,

        /// <summary>The sources of entropy.</summary>
        Entropy = 16,
    }
}
