using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Takes frames from the line one by one; passes console text on and counts the rest.
    /// </summary>
    internal sealed class LineReader
    {
        private const int QuietMicroseconds = 20000;

        // Bounded, so that a line that never ends does not keep the clock from being looked at.
        private const int RoundLimit = 64;

        private readonly IByteLink line;
        private readonly IConsoleSink console;
        private readonly LinkCounters counters;
        private readonly FrameDecoder decoder;
        private readonly byte[] bytes = new byte[256];
        private int count;
        private int offset;
        private int rounds;
        private long lastByteAt;

        public LineReader(IByteLink line, IConsoleSink console, LinkCounters counters, FrameDecoder decoder)
        {
            this.line = line;
            this.console = console;
            this.counters = counters;
            this.decoder = decoder;
        }

        /// <summary>Begins a round of reading.</summary>
        public void Begin()
        {
            rounds = 0;
        }

        /// <summary>Reads up to the next valid frame.</summary>
        /// <returns>Whether there is one; the decoder holds it.</returns>
        public bool ReadFrame(long now)
        {
            while (true)
            {
                while (offset < count)
                {
                    offset += decoder.Push(bytes, offset, count - offset);
                    if (TakeEvent())
                    {
                        return true;
                    }
                }

                offset = 0;
                count = rounds < RoundLimit ? line.Read(bytes, 0, bytes.Length) : 0;
                rounds++;
                if (count <= 0)
                {
                    count = 0;
                    if (now - lastByteAt > QuietMicroseconds)
                    {
                        decoder.Flush();
                        TakeEvent();
                    }

                    return false;
                }

                lastByteAt = now;
                counters.BytesReceived += count;
            }
        }

        private bool TakeEvent()
        {
            switch (decoder.Event)
            {
                case DecoderEvent.Frame:
                    counters.FramesReceived++;
                    return true;
                case DecoderEvent.Text:
                    if (console != null)
                    {
                        console.TakeText(decoder.Buffer, decoder.Length);
                    }

                    break;
                case DecoderEvent.Damaged:
                    counters.FramesDamaged++;
                    break;
                case DecoderEvent.Noise:
                    counters.NoiseBytes += decoder.Length;
                    break;
                default:
                    break;
            }

            return false;
        }
    }
}
