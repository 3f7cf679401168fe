namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// The checkpoint is written.
    /// </summary>
    public sealed class SaveCheckpointResponse : Message
    {
        /// <summary>Bytes written.</summary>
        public uint Length;

        /// <summary>CRC-32 of the full state image that was saved.</summary>
        public uint StateCheck;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Length = fields.UInt32(Length);
            StateCheck = fields.UInt32(StateCheck);
        }
    }
}
