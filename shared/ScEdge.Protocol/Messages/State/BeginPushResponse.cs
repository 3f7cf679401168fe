namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// The board is ready for the image.
    /// </summary>
    public sealed class BeginPushResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.BeginPush;

        /// <summary>Where to go on: 0, or what had arrived of an image of the same kind, length and check.</summary>
        public uint Offset;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Offset);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Offset = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
