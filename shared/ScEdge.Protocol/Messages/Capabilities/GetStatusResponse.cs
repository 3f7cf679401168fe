namespace ScEdge.Protocol.Messages.Capabilities
{
    /// <summary>
    /// What the board holds and does.
    /// </summary>
    public sealed class GetStatusResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.GetStatus;

        /// <summary>0 not configured, 1 resident, 2 tiled.</summary>
        public int Mode;

        /// <summary>0 idle, 1 gradients are coming in, 2 a step runs, 3 a push is under way, 4 a cell is calibrated.</summary>
        public int Activity;

        /// <summary>
        /// CRC-32 of the configuration as <see cref="ScEdge.Protocol.Messages.Configuration.ApplyConfigurationResponse"/>
        /// gave it; 0 without one.
        /// </summary>
        public uint ConfigurationCheck;

        /// <summary>Steps done since the state was pushed, restored or made.</summary>
        public uint StepsDone;

        /// <summary>Index of the last step; meaningless while none was done.</summary>
        public uint LastStep;

        /// <summary>CRC-32 of the full state image.</summary>
        public uint StateCheck;

        /// <summary>Memory that a configuration could still use.</summary>
        public uint FreeBytes;

        /// <summary>Why the board started last: 0 power, 1 request, 2 other.</summary>
        public uint ResetCause;

        /// <summary>0 for healthy; bit 0 entropy failing, bit 1 self test failed, bit 2 storage failing.</summary>
        public uint HealthFlags;

        /// <summary>Time since the board started; us.</summary>
        public long UptimeMicroseconds;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Mode);
            writer.WriteByte(Activity);
            writer.WriteUInt32(ConfigurationCheck);
            writer.WriteUInt32(StepsDone);
            writer.WriteUInt32(LastStep);
            writer.WriteUInt32(StateCheck);
            writer.WriteUInt32(FreeBytes);
            writer.WriteUInt32(ResetCause);
            writer.WriteUInt32(HealthFlags);
            writer.WriteInt64(UptimeMicroseconds);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Mode = reader.ReadByte();
            Activity = reader.ReadByte();
            ConfigurationCheck = reader.ReadUInt32();
            StepsDone = reader.ReadUInt32();
            LastStep = reader.ReadUInt32();
            StateCheck = reader.ReadUInt32();
            FreeBytes = reader.ReadUInt32();
            ResetCause = reader.ReadUInt32();
            HealthFlags = reader.ReadUInt32();
            UptimeMicroseconds = reader.ReadInt64();
            return !reader.HasFailed;
        }
    }
}
