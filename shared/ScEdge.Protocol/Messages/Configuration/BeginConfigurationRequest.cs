namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Begins a new configuration beside the one in force; nothing changes before it is applied. Its bytes are the settings of optimiser and cells,
    /// field after field (hw-docs/protocol.md).
    /// </summary>
    public sealed class BeginConfigurationRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginConfiguration;

        /// <summary>Who keeps the registers; one of the two must.</summary>
        public RegisterMode Mode;

        /// <summary>The optimiser: 1 gradient descent, 2 momentum, 3 Adam (hw-docs/optimizers.md).</summary>
        public int Optimizer;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Mode = (RegisterMode)fields.Byte((int)Mode);
            Optimizer = fields.Byte(Optimizer);
            fields.Rest(this);
        }
    }
}
