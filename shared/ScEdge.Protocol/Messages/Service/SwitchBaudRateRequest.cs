namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for another speed; the board switches when the answer has been acknowledged.
    /// </summary>
    public sealed class SwitchBaudRateRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SwitchBaudRate;

        /// <summary>One of the rates of the capabilities.</summary>
        public uint BaudRate;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            BaudRate = fields.UInt32(BaudRate);
        }
    }

    /// <summary>
    /// The board is about to switch.
    /// </summary>
    public sealed class SwitchBaudRateResponse : Message
    {
        /// <summary>The rate from then on.</summary>
        public uint BaudRate;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            BaudRate = fields.UInt32(BaudRate);
        }
    }
}
