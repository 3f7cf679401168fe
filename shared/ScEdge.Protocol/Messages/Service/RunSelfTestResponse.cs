namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What the self test found.
    /// </summary>
    public sealed class RunSelfTestResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.RunSelfTest;

        /// <summary>
        /// Tests that were run, one bit each: 0 CRC-32, 1 random words, 2 optimiser, 3 storage, 4 entropy.
        /// </summary>
        public uint Run;

        /// <summary>Tests that failed, bits as above.</summary>
        public uint Failed;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Run);
            writer.WriteUInt32(Failed);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Run = reader.ReadUInt32();
            Failed = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
