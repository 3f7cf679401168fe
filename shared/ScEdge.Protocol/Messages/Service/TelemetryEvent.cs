namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What the board tells at the interval of a subscription.
    /// </summary>
    public sealed class TelemetryEvent
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.TelemetryEvent;

        /// <summary>Time since the board started; us.</summary>
        public long TimeMicroseconds;

        /// <summary>Steps done.</summary>
        public uint StepsDone;

        /// <summary>Parameter updates since the board started.</summary>
        public long Updates;

        /// <summary>Energy of all steps since the board started; aJ.</summary>
        public long Attojoules;

        /// <summary>Time spent in steps since the board started; us.</summary>
        public long BusyMicroseconds;

        /// <summary>Memory that is free.</summary>
        public uint FreeBytes;

        /// <summary>As in <see cref="ScEdge.Protocol.Messages.Capabilities.GetStatusResponse"/>.</summary>
        public uint HealthFlags;

        /// <summary>Frames that arrived damaged.</summary>
        public long FramesDamaged;

        /// <summary>Frames sent again.</summary>
        public long FramesRepeated;

        /// <summary>The value of <see cref="LifeUsed"/> of cells without a rated life.</summary>
        public const uint Unrated = 0xFFFFFFFF;

        /// <summary>Share of their rated life that the most worn tensor's cells have used, on average; 10^-6.</summary>
        public uint LifeUsed = Unrated;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64(TimeMicroseconds);
            writer.WriteUInt32(StepsDone);
            writer.WriteInt64(Updates);
            writer.WriteInt64(Attojoules);
            writer.WriteInt64(BusyMicroseconds);
            writer.WriteUInt32(FreeBytes);
            writer.WriteUInt32(HealthFlags);
            writer.WriteInt64(FramesDamaged);
            writer.WriteInt64(FramesRepeated);
            writer.WriteUInt32(LifeUsed);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            TimeMicroseconds = reader.ReadInt64();
            StepsDone = reader.ReadUInt32();
            Updates = reader.ReadInt64();
            Attojoules = reader.ReadInt64();
            BusyMicroseconds = reader.ReadInt64();
            FreeBytes = reader.ReadUInt32();
            HealthFlags = reader.ReadUInt32();
            FramesDamaged = reader.ReadInt64();
            FramesRepeated = reader.ReadInt64();
            LifeUsed = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
