namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Asks for a piece of the state image.
    /// </summary>
    public sealed class PullStateRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PullState;

        /// <summary>What the image is to hold.</summary>
        public StateImageKind Kind;

        /// <summary>Where to begin.</summary>
        public uint Offset;

        /// <summary>Most bytes to send.</summary>
        public int Count;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte((int)Kind);
            writer.WriteUInt32(Offset);
            writer.WriteUInt16(Count);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Kind = (StateImageKind)reader.ReadByte();
            Offset = reader.ReadUInt32();
            Count = reader.ReadUInt16();
            return !reader.HasFailed;
        }
    }
}
