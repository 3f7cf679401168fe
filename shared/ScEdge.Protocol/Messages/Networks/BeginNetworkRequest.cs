namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Begins the description of a network: the images that it reads.
    /// </summary>
    public sealed class BeginNetworkRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginNetwork;

        /// <summary>Channels of an image.</summary>
        public int Channels;

        /// <summary>Rows of an image.</summary>
        public int Height;

        /// <summary>Columns of an image.</summary>
        public int Width;

        /// <summary>Factor of a pixel 0..255, and what is added; both belong to the trained parameters.</summary>
        public double Scale, Shift;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Channels = fields.UInt16(Channels);
            Height = fields.UInt16(Height);
            Width = fields.UInt16(Width);
            Scale = fields.Double(Scale);
            Shift = fields.Double(Shift);
        }
    }
}
