namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// The checkpoint is in force.
    /// </summary>
    public sealed class RestoreCheckpointResponse : Message
    {
        /// <summary>CRC-32 of the configuration.</summary>
        public uint ConfigurationCheck;

        /// <summary>Steps done when it was saved.</summary>
        public uint StepsDone;

        /// <summary>Index of the last step.</summary>
        public uint LastStep;

        /// <summary>CRC-32 of the full state image.</summary>
        public uint StateCheck;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            ConfigurationCheck = fields.UInt32(ConfigurationCheck);
            StepsDone = fields.UInt32(StepsDone);
            LastStep = fields.UInt32(LastStep);
            StateCheck = fields.UInt32(StateCheck);
        }
    }
}
