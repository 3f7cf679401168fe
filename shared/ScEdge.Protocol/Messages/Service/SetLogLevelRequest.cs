namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Chooses which log events come.
    /// </summary>
    public sealed class SetLogLevelRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SetLogLevel;

        /// <summary>0 nothing, 1 errors, 2 events, 3 details.</summary>
        public int Level;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Level);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Level = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
