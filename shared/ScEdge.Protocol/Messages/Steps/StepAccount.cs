namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// The account of one step: what the circuits did, how long it took, what it cost. The answer to RunStep and GetAccount.
    /// </summary>
    public sealed class StepAccount : Message
    {
        /// <summary>Index of the step.</summary>
        public uint Step;

        /// <summary>Steps done since the state was pushed, restored or made, this one included.</summary>
        public uint StepsDone;

        /// <summary>Time between the request and the last update; us.</summary>
        public long DeviceMicroseconds;

        /// <summary>Counts in the order of <see cref="CountKind"/>.</summary>
        public readonly long[] Counts = new long[MessageLimits.Counts];

        /// <summary>
        /// Energy in the order of <see cref="EnergyComponent"/>: counts times the configured costs; aJ. A product beyond 64 bits
        /// is held at 2^63 - 1.
        /// </summary>
        public readonly long[] Attojoules = new long[MessageLimits.EnergyComponents];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Step = fields.UInt32(Step);
            StepsDone = fields.UInt32(StepsDone);
            DeviceMicroseconds = fields.Int64(DeviceMicroseconds);
            fields.Int64s(Counts, Counts.Length);
            fields.Int64s(Attojoules, Attojoules.Length);
        }
    }
}
