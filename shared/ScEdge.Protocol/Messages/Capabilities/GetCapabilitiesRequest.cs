namespace ScEdge.Protocol.Messages.Capabilities
{
    /// <summary>
    /// Asks what the board is and can; the first request of a session.
    /// </summary>
    public sealed class GetCapabilitiesRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetCapabilities;

        /// <summary>The version of the protocol that this code speaks.</summary>
        public const int Version = 1;

        /// <summary>The minor version of it that this code speaks: 1 names the tensors and tells of them, 2 reads images, 3 with weights
        /// that are streamed.</summary>
        public const int MinorVersion = 3;

        /// <summary>The minor version from which on a board reads with weights that are streamed.</summary>
        public const int StreamedWeights = 3;

        /// <summary>First protocol version that the host speaks.</summary>
        public int LowestVersion;

        /// <summary>Last protocol version that the host speaks.</summary>
        public int HighestVersion;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            LowestVersion = fields.Byte(LowestVersion);
            HighestVersion = fields.Byte(HighestVersion);
        }
    }

    /// <summary>
    /// What the board is and can.
    /// </summary>
    public sealed class GetCapabilitiesResponse : Message
    {
        /// <summary>First protocol version that the board speaks.</summary>
        public int LowestVersion;

        /// <summary>Last protocol version that the board speaks.</summary>
        public int HighestVersion;

        /// <summary>Minor version of the last one: later ones append fields and add messages.</summary>
        public int MinorVersion;

        /// <summary>Version of the stream format (hw-docs/stream-format.md): boards of one version make the same bits.</summary>
        public int StreamFormat;

        /// <summary>Version of the firmware: major x 2^16 + minor x 2^8 + patch.</summary>
        public uint FirmwareVersion;

        /// <summary>Memory for configurations; bytes.</summary>
        public uint HeapBytes;

        /// <summary>Memory that a configuration could still use; bytes.</summary>
        public uint FreeBytes;

        /// <summary>The optimisers: bit k is set where the board knows optimiser k.</summary>
        public uint Optimizers;

        /// <summary>The most tensors.</summary>
        public int Tensors;

        /// <summary>The longest stream; bits.</summary>
        public int StreamLength;

        /// <summary>Whether there is storage for checkpoints.</summary>
        public bool HasStorage;

        /// <summary>Number of entropy sources, the best one first.</summary>
        public int EntropySourceCount;

        /// <summary>Declared quality of each source: 0 failing, 1 replay, 2 pseudo, 3 true.</summary>
        public readonly int[] EntropyQualities = new int[MessageLimits.EntropySources];

        /// <summary>Declared min-entropy per bit of each source, in units of 2^-16 bit, 0..65536.</summary>
        public readonly uint[] MinEntropies = new uint[MessageLimits.EntropySources];

        /// <summary>Number of speeds.</summary>
        public int BaudRateCount;

        /// <summary>The speeds that the line can be switched to.</summary>
        public readonly uint[] BaudRates = new uint[MessageLimits.BaudRates];

        /// <summary>Name of the board for people.</summary>
        public string Name;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            LowestVersion = fields.Byte(LowestVersion);
            HighestVersion = fields.Byte(HighestVersion);
            MinorVersion = fields.Byte(MinorVersion);
            StreamFormat = fields.Byte(StreamFormat);
            FirmwareVersion = fields.UInt32(FirmwareVersion);
            HeapBytes = fields.UInt32(HeapBytes);
            FreeBytes = fields.UInt32(FreeBytes);
            Optimizers = fields.UInt32(Optimizers);
            Tensors = fields.Byte(Tensors);
            StreamLength = fields.UInt16(StreamLength);
            HasStorage = fields.Boolean(HasStorage);
            EntropySourceCount = fields.Count(EntropySourceCount, MessageLimits.EntropySources);
            for (int i = 0; i < EntropySourceCount; i++)
            {
                EntropyQualities[i] = fields.Byte(EntropyQualities[i]);
                MinEntropies[i] = fields.UInt32(MinEntropies[i]);
            }

            BaudRateCount = fields.Count(BaudRateCount, MessageLimits.BaudRates);
            fields.UInt32s(BaudRates, BaudRateCount);
            Name = fields.Text(Name);
        }
    }
}
