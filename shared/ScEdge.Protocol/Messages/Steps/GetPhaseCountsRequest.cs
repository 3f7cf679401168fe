namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Asks what one phase of the last step did to one tensor.
    /// </summary>
    public sealed class GetPhaseCountsRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetPhaseCounts;

        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <summary>Phase, 0 first.</summary>
        public int Phase;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Tensor);
            writer.WriteByte(Phase);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Tensor = reader.ReadByte();
            Phase = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
