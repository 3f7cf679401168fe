namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// The image is in force.
    /// </summary>
    public sealed class CommitPushResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.CommitPush;

        /// <summary>CRC-32 of the full state image that is now in force.</summary>
        public uint StateCheck;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(StateCheck);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            StateCheck = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
