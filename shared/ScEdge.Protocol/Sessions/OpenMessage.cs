using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// The payload of OPEN and CONFIRM: who speaks, whom it heard, and what it can buffer.
    /// </summary>
    public sealed class OpenMessage
    {
        /// <summary>Length of the payload.</summary>
        public const int Length = 18;

        /// <summary>Epoch of the sender; not 0.</summary>
        public uint Epoch;

        /// <summary>Epoch of the other end as the sender heard it; 0 for none.</summary>
        public uint HeardEpoch;

        /// <summary>Largest payload that the sender takes.</summary>
        public int MaximumPayload;

        /// <summary>Frames that the sender can buffer.</summary>
        public int Window;

        /// <summary>Bytes of the line that the sender can buffer.</summary>
        public uint LineBufferBytes;

        /// <summary>Writes the payload.</summary>
        /// <param name="buffer">Receives it.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="type"><see cref="ControlType.Open"/> or <see cref="ControlType.Confirm"/>.</param>
        public void Write(byte[] buffer, int offset, ControlType type)
        {
            buffer[offset] = (byte)type;
            buffer[offset + 1] = 0;
            LittleEndian.WriteUInt16(buffer, offset + 2, MaximumPayload);
            LittleEndian.WriteUInt32(buffer, offset + 4, Epoch);
            LittleEndian.WriteUInt32(buffer, offset + 8, HeardEpoch);
            LittleEndian.WriteUInt16(buffer, offset + 12, Window);
            LittleEndian.WriteUInt32(buffer, offset + 14, LineBufferBytes);
        }

        /// <summary>Reads a payload.</summary>
        /// <param name="buffer">Holds it.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="length">Its length; what comes after the known fields is ignored.</param>
        /// <returns>Whether it makes sense.</returns>
        public bool Read(byte[] buffer, int offset, int length)
        {
            if (length < Length)
            {
                return false;
            }

            MaximumPayload = LittleEndian.ReadUInt16(buffer, offset + 2);
            Epoch = LittleEndian.ReadUInt32(buffer, offset + 4);
            HeardEpoch = LittleEndian.ReadUInt32(buffer, offset + 8);
            Window = LittleEndian.ReadUInt16(buffer, offset + 12);
            LineBufferBytes = LittleEndian.ReadUInt32(buffer, offset + 14);
            return Epoch != 0 && MaximumPayload >= Length && Window > 0;
        }
    }
}
