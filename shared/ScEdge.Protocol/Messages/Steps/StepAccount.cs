namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// The account of one step: what the circuits did, how long it took, what it cost. The answer to RunStep and GetAccount.
    /// </summary>
    public sealed class StepAccount
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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Step);
            writer.WriteUInt32(StepsDone);
            writer.WriteInt64(DeviceMicroseconds);
            writer.WriteInt64s(Counts, Counts.Length);
            writer.WriteInt64s(Attojoules, Attojoules.Length);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Step = reader.ReadUInt32();
            StepsDone = reader.ReadUInt32();
            DeviceMicroseconds = reader.ReadInt64();
            reader.ReadInt64s(Counts, Counts.Length);
            reader.ReadInt64s(Attojoules, Attojoules.Length);
            return !reader.HasFailed;
        }
    }
}
