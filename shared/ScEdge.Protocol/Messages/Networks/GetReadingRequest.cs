namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Asks what was read in an image of the last pass of the weights; answered by <see cref="ReadImageResponse"/>.
    /// </summary>
    public sealed class GetReadingRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetReading;

        /// <summary>Number of the image among those held, from 0.</summary>
        public int Image;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Image = fields.Byte(Image);
        }
    }
}
