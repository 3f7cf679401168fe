namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// An image is held for the next pass of the weights: the answer to HoldImage, whose fields are those of <see cref="ReadImageRequest"/>.
    /// </summary>
    public sealed class HoldImageResponse : Message
    {
        /// <summary>Images that wait for the weights, this one among them; it is the last of them.</summary>
        public int Held;

        /// <summary>The most images that one pass of the weights serves, at least 1.</summary>
        public int Room;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Held = fields.Byte(Held);
            Room = fields.Byte(Room);
        }
    }
}
