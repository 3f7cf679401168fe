namespace ScEdge.Protocol.Messages.Capabilities
{
    /// <summary>
    /// What the board is and can.
    /// </summary>
    public sealed class GetCapabilitiesResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.GetCapabilities;

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
        public string Board;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(LowestVersion);
            writer.WriteByte(HighestVersion);
            writer.WriteByte(MinorVersion);
            writer.WriteByte(StreamFormat);
            writer.WriteUInt32(FirmwareVersion);
            writer.WriteUInt32(HeapBytes);
            writer.WriteUInt32(FreeBytes);
            writer.WriteUInt32(Optimizers);
            writer.WriteByte(Tensors);
            writer.WriteUInt16(StreamLength);
            writer.WriteBoolean(HasStorage);
            writer.WriteByte(EntropySourceCount);
            for (int i = 0; i < EntropySourceCount; i++)
            {
                writer.WriteByte(EntropyQualities[i]);
                writer.WriteUInt32(MinEntropies[i]);
            }

            writer.WriteByte(BaudRateCount);
            writer.WriteUInt32s(BaudRates, BaudRateCount);
            writer.WriteText(Board);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            LowestVersion = reader.ReadByte();
            HighestVersion = reader.ReadByte();
            MinorVersion = reader.ReadByte();
            StreamFormat = reader.ReadByte();
            FirmwareVersion = reader.ReadUInt32();
            HeapBytes = reader.ReadUInt32();
            FreeBytes = reader.ReadUInt32();
            Optimizers = reader.ReadUInt32();
            Tensors = reader.ReadByte();
            StreamLength = reader.ReadUInt16();
            HasStorage = reader.ReadBoolean();
            EntropySourceCount = reader.ReadCount(MessageLimits.EntropySources);
            for (int i = 0; i < EntropySourceCount; i++)
            {
                EntropyQualities[i] = reader.ReadByte();
                MinEntropies[i] = reader.ReadUInt32();
            }

            BaudRateCount = reader.ReadCount(MessageLimits.BaudRates);
            reader.ReadUInt32s(BaudRates, BaudRateCount);
            Board = reader.ReadText();
            return !reader.HasFailed;
        }
    }
}
