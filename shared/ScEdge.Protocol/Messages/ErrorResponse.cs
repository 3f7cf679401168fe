namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The answer to a request that was not carried out: configuration and state are as they were.
    /// </summary>
    /// <remarks>Its number is that of the request; its code <see cref="MessageCode.Error"/> with the bit of an answer.</remarks>
    public sealed class ErrorResponse
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.Error;

        /// <summary>Code of the request.</summary>
        public int Request;

        /// <summary>Why it was not carried out.</summary>
        public ErrorCode Error;

        /// <summary>First detail; its meaning is with the error code.</summary>
        public long Detail;

        /// <summary>Second detail.</summary>
        public long OtherDetail;

        /// <summary>A sentence for people.</summary>
        public string Words;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt16(Request);
            writer.WriteByte((int)Error);
            writer.WriteInt64(Detail);
            writer.WriteInt64(OtherDetail);
            writer.WriteText(Words);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Request = reader.ReadUInt16();
            Error = (ErrorCode)reader.ReadByte();
            Detail = reader.ReadInt64();
            OtherDetail = reader.ReadInt64();
            Words = reader.ReadText();
            return !reader.HasFailed;
        }
    }
}
