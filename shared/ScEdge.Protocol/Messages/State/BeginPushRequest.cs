namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Begins to push a state image, or goes on with one that was interrupted.
    /// </summary>
    public sealed class BeginPushRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginPush;

        /// <summary>What the image holds.</summary>
        public StateImageKind Kind;

        /// <summary>Length of the image.</summary>
        public uint Length;

        /// <summary>CRC-32 of the image.</summary>
        public uint Check;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte((int)Kind);
            writer.WriteUInt32(Length);
            writer.WriteUInt32(Check);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Kind = (StateImageKind)reader.ReadByte();
            Length = reader.ReadUInt32();
            Check = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
