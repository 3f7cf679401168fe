using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What the board tells at the interval of a subscription.
    /// </summary>
    public sealed class TelemetryEvent : Message
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

        /// <summary>What is wrong.</summary>
        public BoardFaults HealthFlags;

        /// <summary>Frames that arrived damaged.</summary>
        public long FramesDamaged;

        /// <summary>Frames sent again.</summary>
        public long FramesRepeated;

        /// <summary>The value of <see cref="LifeUsed"/> of cells without a rated life.</summary>
        public const uint Unrated = 0xFFFFFFFF;

        /// <summary>Share of their rated life that the most worn tensor's cells have used, on average; 10^-6.</summary>
        public uint LifeUsed = Unrated;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            TimeMicroseconds = fields.Int64(TimeMicroseconds);
            StepsDone = fields.UInt32(StepsDone);
            Updates = fields.Int64(Updates);
            Attojoules = fields.Int64(Attojoules);
            BusyMicroseconds = fields.Int64(BusyMicroseconds);
            FreeBytes = fields.UInt32(FreeBytes);
            HealthFlags = (BoardFaults)fields.UInt32((uint)HealthFlags);
            FramesDamaged = fields.Int64(FramesDamaged);
            FramesRepeated = fields.Int64(FramesRepeated);
            LifeUsed = fields.UInt32(LifeUsed);
        }
    }
}
