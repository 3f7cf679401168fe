using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// The bytes on their way to the line: one frame, or some text, at a time.
    /// </summary>
    internal sealed class LineWriter
    {
        private readonly IByteLink line;
        private readonly LinkCounters counters;
        private readonly byte[] wire;
        private readonly byte[] text = new byte[FrameDecoder.ChunkLength];
        private int wireLength;
        private int wirePosition;
        private int textLength;

        public LineWriter(IByteLink line, LinkCounters counters, int maximumPayload)
        {
            this.line = line;
            this.counters = counters;
            wire = new byte[FrameFormat.WireLength(maximumPayload)];
        }

        /// <summary>Hands bytes to the line until it takes no more.</summary>
        /// <returns>Whether nothing is left: the next frame can be written.</returns>
        public bool Flush()
        {
            if (wirePosition == wireLength && textLength > 0)
            {
                System.Array.Copy(text, wire, textLength);
                wirePosition = 0;
                wireLength = textLength;
                textLength = 0;
            }

            while (wirePosition < wireLength)
            {
                int accepted = line.Write(wire, wirePosition, wireLength - wirePosition);
                if (accepted <= 0)
                {
                    return false;
                }

                counters.BytesSent += accepted;
                wirePosition += accepted;
            }

            return true;
        }

        /// <summary>Takes a sealed frame; nothing else is on its way.</summary>
        public void WriteFrame(byte[] body, int payload)
        {
            wireLength = FrameFormat.Encode(body, payload, wire);
            wirePosition = 0;
            counters.FramesSent++;
        }

        /// <summary>Takes a line of text, to be sent between two frames.</summary>
        /// <returns>Whether there was room for it.</returns>
        public bool WriteText(string line)
        {
            int length = line.Length;
            if (textLength + length + 2 > text.Length || textLength + length + 2 > wire.Length)
            {
                return false;
            }

            for (int i = 0; i < length; i++)
            {
                char character = line[i];
                text[textLength] = character >= ' ' && character <= '~' ? (byte)character : (byte)'?';
                textLength++;
            }

            text[textLength] = (byte)'\r';
            text[textLength + 1] = (byte)'\n';
            textLength += 2;
            return true;
        }
    }
}
