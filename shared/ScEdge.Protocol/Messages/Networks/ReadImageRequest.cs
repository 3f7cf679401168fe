namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Has the board read the image. Its bytes are the last pixels of it; without any, the image that the board has is read again. With the seed, the
    /// two serial numbers determine every random bit.
    /// </summary>
    public sealed class ReadImageRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.ReadImage;

        /// <summary>Serial number of the image: another one, other streams.</summary>
        public uint Serial;

        /// <summary>Serial number of the weights' streams: the image's own, or that of a batch that shares them.</summary>
        public uint WeightSerial;

        /// <summary>First of the pixels, at most what has arrived.</summary>
        public int Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Serial = fields.UInt32(Serial);
            WeightSerial = fields.UInt32(WeightSerial);
            Offset = fields.UInt16(Offset);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// What the board read. Its bytes are the scores: i32 for each class, in steps of 2^Exponent.
    /// </summary>
    public sealed class ReadImageResponse : BulkMessage
    {
        /// <summary>Serial number of the image.</summary>
        public uint Serial;

        /// <summary>The class of the largest score, the first of equal ones.</summary>
        public int Class;

        /// <summary>How far the largest score is ahead of the second; steps of 2^Exponent.</summary>
        public uint Lead;

        /// <summary>log2 of what one step of a score is worth.</summary>
        public int Exponent;

        /// <summary>Stream bits drawn for this image.</summary>
        public long Bits;

        /// <summary>Time between the request and the answer; us.</summary>
        public uint DeviceMicroseconds;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Serial = fields.UInt32(Serial);
            Class = fields.Byte(Class);
            Lead = fields.UInt32(Lead);
            Exponent = fields.Int32(Exponent);
            Bits = fields.Int64(Bits);
            DeviceMicroseconds = fields.UInt32(DeviceMicroseconds);
            fields.Rest(this);
        }
    }
}
