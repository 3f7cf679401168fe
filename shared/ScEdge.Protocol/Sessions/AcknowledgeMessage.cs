using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// The payload of ACK: what has arrived and for how much more there is room.
    /// </summary>
    internal static class AcknowledgeMessage
    {
        /// <summary>Length of the payload.</summary>
        public const int Length = 10;

        /// <summary>Writes the payload.</summary>
        public static void Write(byte[] buffer, int offset, bool wantsAnswer, int expected, int limit, uint beyond)
        {
            buffer[offset] = (byte)ControlType.Acknowledge;
            buffer[offset + 1] = (byte)(wantsAnswer ? 1 : 0);
            LittleEndian.WriteUInt16(buffer, offset + 2, expected);
            LittleEndian.WriteUInt16(buffer, offset + 4, limit);
            LittleEndian.WriteUInt32(buffer, offset + 6, beyond);
        }

        /// <summary>Returns whether the sender wants an ACK in return.</summary>
        public static bool IsAnswerWanted(byte[] buffer, int offset)
        {
            return (buffer[offset + 1] & 1) != 0;
        }

        /// <summary>Returns the number that the sender expects next.</summary>
        public static int Expected(byte[] buffer, int offset)
        {
            return LittleEndian.ReadUInt16(buffer, offset + 2);
        }

        /// <summary>Returns the first number for which the sender has no room.</summary>
        public static int Limit(byte[] buffer, int offset)
        {
            return LittleEndian.ReadUInt16(buffer, offset + 4);
        }

        /// <summary>Returns which frames after the expected one have arrived.</summary>
        public static uint Beyond(byte[] buffer, int offset)
        {
            return LittleEndian.ReadUInt32(buffer, offset + 6);
        }
    }
}
