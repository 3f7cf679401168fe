namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// What one phase of the last step did to one tensor; the stream of the learning rate counts in the last phase.
    /// </summary>
    public sealed class GetPhaseCountsResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.GetPhaseCounts;

        /// <summary>The counts, in the order of <see cref="CountKind"/>.</summary>
        public readonly long[] Counts = new long[MessageLimits.Counts];

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64s(Counts, Counts.Length);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            reader.ReadInt64s(Counts, Counts.Length);
            return !reader.HasFailed;
        }
    }
}
