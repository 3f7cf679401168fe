namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Begins to push a state image, or goes on with one that was interrupted.
    /// </summary>
    public sealed class BeginPushRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginPush;

        /// <summary>What the image holds.</summary>
        public StateImageKind Kind;

        /// <summary>Length of the image.</summary>
        public uint Length;

        /// <summary>CRC-32 of the image.</summary>
        public uint Check;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Kind = (StateImageKind)fields.Byte((int)Kind);
            Length = fields.UInt32(Length);
            Check = fields.UInt32(Check);
        }
    }

    /// <summary>
    /// The board is ready for the image.
    /// </summary>
    public sealed class BeginPushResponse : Message
    {
        /// <summary>Where to go on: 0, or what had arrived of an image of the same kind, length and check.</summary>
        public uint Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
        }
    }
}
