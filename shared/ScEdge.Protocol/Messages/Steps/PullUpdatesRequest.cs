namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Asks for the weights after a step.
    /// </summary>
    public sealed class PullUpdatesRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PullUpdates;

        /// <summary>Registers or differences.</summary>
        public UpdateFormat Format;

        /// <summary>First parameter, counted over all tensors.</summary>
        public uint Offset;

        /// <summary>Most parameters to send.</summary>
        public int Count;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Format = (UpdateFormat)fields.Byte((int)Format);
            Offset = fields.UInt32(Offset);
            Count = fields.UInt16(Count);
        }
    }

    /// <summary>
    /// Weights or their differences, 16-bit integers.
    /// </summary>
    public sealed class PullUpdatesResponse : BulkMessage
    {
        /// <summary>First parameter.</summary>
        public uint Offset;

        /// <summary>Index of the step that gave them.</summary>
        public uint LastStep;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
            LastStep = fields.UInt32(LastStep);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// How updated weights travel.
    /// </summary>
    public enum UpdateFormat
    {
        /// <summary>The weight registers.</summary>
        Registers = 0,

        /// <summary>New register minus old one, modulo 2^16.</summary>
        Differences = 1,
    }
}
