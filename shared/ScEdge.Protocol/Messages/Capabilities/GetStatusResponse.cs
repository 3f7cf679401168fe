namespace ScEdge.Protocol.Messages.Capabilities
{
    /// <summary>
    /// What the board holds and does.
    /// </summary>
    public sealed class GetStatusResponse : Message
    {
        /// <summary>Who keeps the registers.</summary>
        public RegisterMode Mode;

        /// <summary>What is under way.</summary>
        public BoardActivity Activity;

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

        /// <summary>Why the board started last.</summary>
        public ResetCause ResetCause;

        /// <summary>What is wrong.</summary>
        public BoardFaults HealthFlags;

        /// <summary>Time since the board started; us.</summary>
        public long UptimeMicroseconds;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Mode = (RegisterMode)fields.Byte((int)Mode);
            Activity = (BoardActivity)fields.Byte((int)Activity);
            ConfigurationCheck = fields.UInt32(ConfigurationCheck);
            StepsDone = fields.UInt32(StepsDone);
            LastStep = fields.UInt32(LastStep);
            StateCheck = fields.UInt32(StateCheck);
            FreeBytes = fields.UInt32(FreeBytes);
            ResetCause = (ResetCause)fields.UInt32((uint)ResetCause);
            HealthFlags = (BoardFaults)fields.UInt32((uint)HealthFlags);
            UptimeMicroseconds = fields.Int64(UptimeMicroseconds);
        }
    }

    /// <summary>
    /// What a board does between two requests.
    /// </summary>
    public enum BoardActivity
    {
        /// <summary>Nothing.</summary>
        Idle = 0,

        /// <summary>Gradients are coming in.</summary>
        TakingGradients = 1,

        /// <summary>A step runs.</summary>
        RunningStep = 2,

        /// <summary>A state image is coming in.</summary>
        TakingPush = 3,

        /// <summary>A cell is calibrated.</summary>
        CalibratingCell = 4,

        /// <summary>An image is read.</summary>
        ReadingImage = 5,
    }

    /// <summary>
    /// Why a board started.
    /// </summary>
    public enum ResetCause
    {
        /// <summary>It was switched on.</summary>
        Power = 0,

        /// <summary>The host asked for it.</summary>
        Request = 1,

        /// <summary>Another cause, or one that the board cannot tell.</summary>
        Other = 2,

        /// <summary>A fault stopped the firmware, which started itself anew.</summary>
        Fault = 3,
    }

    /// <summary>
    /// What is wrong with a board: the sum of these.
    /// </summary>
    public enum BoardFaults
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>A source of entropy failed its health tests.</summary>
        Entropy = 1,

        /// <summary>The last self test found a fault.</summary>
        SelfTest = 2,

        /// <summary>The storage failed when it was last used.</summary>
        Storage = 4,
    }
}
