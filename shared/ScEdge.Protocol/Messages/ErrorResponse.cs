namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The answer to a request that was not carried out: configuration and state are as they were.
    /// </summary>
    /// <remarks>Its number is that of the request; its code <see cref="MessageCode.Error"/> with the bit of an answer.</remarks>
    public sealed class ErrorResponse : Message
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

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Request = fields.UInt16(Request);
            Error = (ErrorCode)fields.Byte((int)Error);
            Detail = fields.Int64(Detail);
            OtherDetail = fields.Int64(OtherDetail);
            Words = fields.Text(Words);
        }
    }

    /// <summary>
    /// Why a request was not carried out.
    /// </summary>
    public enum ErrorCode
    {
        /// <summary>No error.</summary>
        None = 0,

        /// <summary>The board does not know the request; its firmware may be older than the host.</summary>
        UnknownMessage = 1,

        /// <summary>The request is shorter than its fields, or a field holds an impossible value.</summary>
        Malformed = 2,

        /// <summary>No protocol version is spoken by both ends.</summary>
        UnsupportedVersion = 3,

        /// <summary>There is no configuration in force that the request could use.</summary>
        NotConfigured = 4,

        /// <summary>A setting of the configuration cannot be used; the words say which.</summary>
        UnusableSetting = 5,

        /// <summary>The request does not fit in memory; details: bytes needed, bytes available. Nothing was changed.</summary>
        OutOfMemory = 6,

        /// <summary>The request does not belong here: the one before it is missing.</summary>
        WrongState = 7,

        /// <summary>Data begins beyond what has arrived; details: where it began, where it should.</summary>
        OutOfOrder = 8,

        /// <summary>Data or an index goes beyond its end; details: the value, the limit.</summary>
        OutOfRange = 9,

        /// <summary>The image is not the one that was announced; details: announced and actual CRC-32. The old one stays.</summary>
        CheckMismatch = 10,

        /// <summary>The board has no storage, or it failed.</summary>
        NoStorage = 11,

        /// <summary>There is no whole checkpoint in the storage.</summary>
        NoCheckpoint = 12,

        /// <summary>The board does not have what was asked for.</summary>
        NotAvailable = 13,
    }
}
