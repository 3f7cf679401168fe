namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// The checkpoint is written.
    /// </summary>
    public sealed class SaveCheckpointResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.SaveCheckpoint;

        /// <summary>Bytes written.</summary>
        public uint Length;

        /// <summary>CRC-32 of the full state image that was saved.</summary>
        public uint StateCheck;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Length);
            writer.WriteUInt32(StateCheck);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Length = reader.ReadUInt32();
            StateCheck = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
