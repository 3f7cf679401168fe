namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// A message whose last field is bytes that go to its end.
    /// </summary>
    public abstract class BulkMessage : Message
    {
        /// <summary>Array that holds the bytes. After a read it is the array that was read from.</summary>
        public byte[] Data;

        /// <summary>Where they begin.</summary>
        public int DataOffset;

        /// <summary>How many there are.</summary>
        public int DataLength;
    }
}
