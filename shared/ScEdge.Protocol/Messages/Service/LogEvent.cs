namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What happened on the board, in words.
    /// </summary>
    public sealed class LogEvent
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.LogEvent;

        /// <summary>Time since the board started; us.</summary>
        public long TimeMicroseconds;

        /// <summary>1 error, 2 event, 3 detail.</summary>
        public int Level;

        /// <summary>ASCII text.</summary>
        public string Words;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64(TimeMicroseconds);
            writer.WriteByte(Level);
            writer.WriteText(Words);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            TimeMicroseconds = reader.ReadInt64();
            Level = reader.ReadByte();
            Words = reader.ReadText();
            return !reader.HasFailed;
        }
    }
}
