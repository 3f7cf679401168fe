namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// The board has noted the tensor.
    /// </summary>
    public sealed class AddTensorResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.AddTensor;

        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Tensor);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Tensor = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
