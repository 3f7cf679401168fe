namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Puts the described network in force. Its bytes are the settings of passes and cells, field after field (hw-docs/protocol.md). Sent again, it
    /// gives the same network other settings.
    /// </summary>
    public sealed class ApplyNetworkRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.ApplyNetwork;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            fields.Rest(this);
        }
    }
}
