namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Asks for the weights after a step.
    /// </summary>
    public sealed class PullUpdatesRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PullUpdates;

        /// <summary>Registers or differences.</summary>
        public UpdateFormat Format;

        /// <summary>First parameter, counted over all tensors.</summary>
        public uint Offset;

        /// <summary>Most parameters to send.</summary>
        public int Count;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte((int)Format);
            writer.WriteUInt32(Offset);
            writer.WriteUInt16(Count);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Format = (UpdateFormat)reader.ReadByte();
            Offset = reader.ReadUInt32();
            Count = reader.ReadUInt16();
            return !reader.HasFailed;
        }
    }
}
