namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// The image is in force.
    /// </summary>
    public sealed class CommitPushResponse : Message
    {
        /// <summary>CRC-32 of the full state image that is now in force.</summary>
        public uint StateCheck;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            StateCheck = fields.UInt32(StateCheck);
        }
    }
}
