namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// The board is about to switch.
    /// </summary>
    public sealed class SwitchBaudRateResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.SwitchBaudRate;

        /// <summary>The rate from then on.</summary>
        public uint BaudRate;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(BaudRate);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            BaudRate = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
