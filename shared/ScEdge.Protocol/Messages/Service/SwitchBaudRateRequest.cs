namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for another speed; the board switches when the answer has been acknowledged.
    /// </summary>
    public sealed class SwitchBaudRateRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SwitchBaudRate;

        /// <summary>One of the rates of the capabilities.</summary>
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
