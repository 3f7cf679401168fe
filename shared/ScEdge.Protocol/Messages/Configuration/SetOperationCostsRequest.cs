namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Gives the cost table of the new configuration; without it every operation costs nothing.
    /// </summary>
    public sealed class SetOperationCostsRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SetOperationCosts;

        /// <summary>
        /// Energy of one operation of each kind, in the order of <see cref="CountKind"/>; aJ, not negative.
        /// </summary>
        public readonly long[] Attojoules = new long[MessageLimits.Counts];

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64s(Attojoules, Attojoules.Length);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            reader.ReadInt64s(Attojoules, Attojoules.Length);
            return !reader.HasFailed;
        }
    }
}
