namespace ScEdge.Protocol.Messages.Capabilities
{
    /// <summary>
    /// Asks what the board is and can; the first request of a session.
    /// </summary>
    public sealed class GetCapabilitiesRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetCapabilities;

        /// <summary>First protocol version that the host speaks.</summary>
        public int LowestVersion;

        /// <summary>Last protocol version that the host speaks.</summary>
        public int HighestVersion;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(LowestVersion);
            writer.WriteByte(HighestVersion);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            LowestVersion = reader.ReadByte();
            HighestVersion = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
