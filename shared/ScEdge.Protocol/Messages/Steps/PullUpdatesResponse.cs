namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Weights or their differences, 16-bit integers.
    /// </summary>
    public sealed class PullUpdatesResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.PullUpdates;

        /// <summary>First parameter.</summary>
        public uint Offset;

        /// <summary>Index of the step that gave them.</summary>
        public uint LastStep;

        /// <summary>Array that holds the bytes. After a read it is the array that was read from.</summary>
        public byte[] Data;

        /// <summary>Where they begin.</summary>
        public int DataOffset;

        /// <summary>How many there are.</summary>
        public int DataLength;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Offset);
            writer.WriteUInt32(LastStep);
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Offset = reader.ReadUInt32();
            LastStep = reader.ReadUInt32();
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
