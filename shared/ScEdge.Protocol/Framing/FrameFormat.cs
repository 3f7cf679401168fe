namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// Where the fields of a frame's body are: header, payload, CRC-32 of both (hw-docs/protocol.md).
    /// </summary>
    public static class FrameFormat
    {
        /// <summary>Version of the format; never zero, so that COBS leaves it in its place.</summary>
        public const int Version = 1;

        /// <summary>The last byte value that is kept for versions; all of them are control characters.</summary>
        public const int LastVersion = 7;

        /// <summary>Offset of the channel; u8.</summary>
        public const int ChannelOffset = 1;

        /// <summary>Offset of the length of the payload; u16.</summary>
        public const int LengthOffset = 2;

        /// <summary>Offset of the session's tag; u16.</summary>
        public const int SessionOffset = 4;

        /// <summary>Offset of the sequence number; u16.</summary>
        public const int SequenceOffset = 6;

        /// <summary>Length of the header: offset of the payload.</summary>
        public const int HeaderLength = 8;

        /// <summary>Length of the check after the payload.</summary>
        public const int CheckLength = 4;

        /// <summary>The largest payload that the length field and the memory of a small board allow.</summary>
        public const int LargestPayload = 4096;

        /// <summary>Returns the length of the body of a frame.</summary>
        public static int BodyLength(int payload)
        {
            return HeaderLength + payload + CheckLength;
        }

        /// <summary>Returns the most bytes that a frame takes on the line, both zeros included.</summary>
        public static int WireLength(int payload)
        {
            return Cobs.MaximumLength(BodyLength(payload)) + 2;
        }

        /// <summary>Completes a body: writes header and check around the payload.</summary>
        /// <param name="body">Holds the payload at <see cref="HeaderLength"/>.</param>
        /// <param name="channel">Channel, 0..255.</param>
        /// <param name="payload">Length of the payload.</param>
        /// <param name="session">Tag of the session, 16 bits.</param>
        /// <param name="sequence">Sequence number, 16 bits.</param>
        public static void Seal(byte[] body, int channel, int payload, int session, int sequence)
        {
            body[0] = Version;
            body[ChannelOffset] = (byte)channel;
            LittleEndian.WriteUInt16(body, LengthOffset, payload);
            LittleEndian.WriteUInt16(body, SessionOffset, session);
            LittleEndian.WriteUInt16(body, SequenceOffset, sequence);
            int end = HeaderLength + payload;
            LittleEndian.WriteUInt32(body, end, Crc32.Of(body, 0, end));
        }

        /// <summary>Puts a sealed body on the wire.</summary>
        /// <param name="body">The body from its start.</param>
        /// <param name="payload">Length of its payload.</param>
        /// <param name="wire">Receives zero, code, zero; room for <see cref="WireLength"/>.</param>
        /// <returns>The number of bytes on the wire.</returns>
        public static int Encode(byte[] body, int payload, byte[] wire)
        {
            wire[0] = 0;
            int end = Cobs.Encode(body, BodyLength(payload), wire, 1);
            wire[end] = 0;
            return end + 1;
        }
    }
}
