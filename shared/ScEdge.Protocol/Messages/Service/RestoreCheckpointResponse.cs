namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// The checkpoint is in force.
    /// </summary>
    public sealed class RestoreCheckpointResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.RestoreCheckpoint;

        /// <summary>CRC-32 of the configuration.</summary>
        public uint ConfigurationCheck;

        /// <summary>Steps done when it was saved.</summary>
        public uint StepsDone;

        /// <summary>Index of the last step.</summary>
        public uint LastStep;

        /// <summary>CRC-32 of the full state image.</summary>
        public uint StateCheck;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(ConfigurationCheck);
            writer.WriteUInt32(StepsDone);
            writer.WriteUInt32(LastStep);
            writer.WriteUInt32(StateCheck);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            ConfigurationCheck = reader.ReadUInt32();
            StepsDone = reader.ReadUInt32();
            LastStep = reader.ReadUInt32();
            StateCheck = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
