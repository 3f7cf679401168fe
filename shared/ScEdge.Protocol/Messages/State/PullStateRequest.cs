namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Asks for a piece of the state image.
    /// </summary>
    public sealed class PullStateRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PullState;

        /// <summary>What the image is to hold.</summary>
        public StateImageKind Kind;

        /// <summary>Where to begin.</summary>
        public uint Offset;

        /// <summary>Most bytes to send.</summary>
        public int Count;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Kind = (StateImageKind)fields.Byte((int)Kind);
            Offset = fields.UInt32(Offset);
            Count = fields.UInt16(Count);
        }
    }

    /// <summary>
    /// A piece of the state image.
    /// </summary>
    public sealed class PullStateResponse : BulkMessage
    {
        /// <summary>Offset of the bytes.</summary>
        public uint Offset;

        /// <summary>Length of the whole image.</summary>
        public uint Length;

        /// <summary>Steps done when it was read: pieces of one image have the same number.</summary>
        public uint StepsDone;

        /// <summary>CRC-32 of the whole image where this piece reaches its end; 0 before.</summary>
        public uint Check;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
            Length = fields.UInt32(Length);
            StepsDone = fields.UInt32(StepsDone);
            Check = fields.UInt32(Check);
            fields.Rest(this);
        }
    }
}
