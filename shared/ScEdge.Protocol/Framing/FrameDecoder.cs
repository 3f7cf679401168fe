using System;

namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// Finds frames and console text in the bytes of a line, pushed in portions of any size.
    /// </summary>
    /// <remarks>
    /// <para>Knows no clock, port or thread, allocates nothing after it was made, and takes any bytes. A frame exists only if it
    /// is whole and its check is right; after any garbage the next frame is found at its leading zero.</para>
    /// <para>Use: <c>offset += decoder.Push(buffer, offset, end - offset)</c> until all is taken, looking at
    /// <see cref="Event"/> after each push. What an event describes is valid until the next push.</para>
    /// </remarks>
    public sealed class FrameDecoder
    {
        /// <summary>The most bytes of a chunk of text.</summary>
        public const int ChunkLength = 128;

        /// <summary>Index in <see cref="Buffer"/> at which a frame's payload begins.</summary>
        public const int PayloadOffset = 1 + FrameFormat.HeaderLength;

        private readonly byte[] buffer;
        private readonly int runLimit;
        private int count;
        private bool isText;
        private bool isTooLong;

        /// <summary>Makes a decoder.</summary>
        /// <param name="maximumPayload">Largest payload to take; a longer frame counts as damaged.</param>
        public FrameDecoder(int maximumPayload)
        {
            runLimit = Cobs.MaximumLength(FrameFormat.BodyLength(maximumPayload));
            buffer = new byte[runLimit > ChunkLength ? runLimit : ChunkLength];
        }

        /// <summary>Gets what the last push ended with.</summary>
        public DecoderEvent Event { get; private set; }

        /// <summary>Gets the decoded bytes: a frame's body begins at index 1, text at index 0.</summary>
        public byte[] Buffer
        {
            get { return buffer; }
        }

        /// <summary>Gets the channel of the frame.</summary>
        public int Channel
        {
            get { return buffer[1 + FrameFormat.ChannelOffset]; }
        }

        /// <summary>Gets the tag of the frame's session.</summary>
        public int Session
        {
            get { return LittleEndian.ReadUInt16(buffer, 1 + FrameFormat.SessionOffset); }
        }

        /// <summary>Gets the sequence number of the frame.</summary>
        public int Sequence
        {
            get { return LittleEndian.ReadUInt16(buffer, 1 + FrameFormat.SequenceOffset); }
        }

        /// <summary>Gets the length of the frame's payload or of the chunk of text or noise.</summary>
        public int Length { get; private set; }

        /// <summary>Takes bytes up to the first event among them.</summary>
        /// <param name="source">Holds the bytes.</param>
        /// <param name="offset">Where the first stands.</param>
        /// <param name="length">How many there are.</param>
        /// <returns>How many were taken: all of them where there was no event.</returns>
        public int Push(byte[] source, int offset, int length)
        {
            ForgetChunk();
            int end = offset + length;
            int i = offset;
            while (i < end)
            {
                if (count >= 2 && !isText)
                {
                    i = TakeFrameBytes(source, i, end);
                    if (i == end)
                    {
                        break;
                    }
                }

                byte value = source[i];
                i++;
                if (value == 0)
                {
                    Event = EndRun();
                    if (Event != DecoderEvent.None)
                    {
                        return i - offset;
                    }

                    continue;
                }

                buffer[count] = value;
                count++;
                if (count == 2 && value > FrameFormat.LastVersion)
                {
                    isText = true;
                }

                if (isText && (value == '\n' || count == ChunkLength))
                {
                    Event = EndChunk();
                    return i - offset;
                }
            }

            Event = DecoderEvent.None;
            return length;
        }

        /// <summary>Ends a chunk of text that waits for more, after the line was quiet: a prompt, say.</summary>
        public void Flush()
        {
            ForgetChunk();
            Event = isText && count > 0 ? EndChunk() : DecoderEvent.None;
        }

        /// <summary>A chunk that was handed out is done with only when the next bytes are looked at.</summary>
        private void ForgetChunk()
        {
            if (Event == DecoderEvent.Text || Event == DecoderEvent.Noise)
            {
                count = 0;
            }
        }

        /// <summary>Takes the bytes of a frame up to the next zero; what is too long for any frame is counted out, not kept.</summary>
        private int TakeFrameBytes(byte[] source, int start, int end)
        {
            int stop = Cobs.EndOfRun(source, start, end);
            int length = stop - start;
            if (length > runLimit - count)
            {
                isTooLong = true;
                length = runLimit - count;
            }

            Array.Copy(source, start, buffer, count, length);
            count += length;
            return stop;
        }

        private DecoderEvent EndRun()
        {
            bool wasText = isText || count == 1;
            bool wasTooLong = isTooLong;
            int length = count;
            isText = false;
            isTooLong = false;
            if (length == 0)
            {
                return DecoderEvent.None;
            }

            if (wasText)
            {
                return EndChunk();
            }

            count = 0;
            return !wasTooLong && IsFrame(length) ? DecoderEvent.Frame : DecoderEvent.Damaged;
        }

        private bool IsFrame(int length)
        {
            int payload = Cobs.Decode(buffer, length) - 1 - FrameFormat.HeaderLength - FrameFormat.CheckLength;
            if (payload < 0
                || buffer[1] != FrameFormat.Version
                || LittleEndian.ReadUInt16(buffer, 1 + FrameFormat.LengthOffset) != payload)
            {
                return false;
            }

            Length = payload;
            return LittleEndian.ReadUInt32(buffer, PayloadOffset + payload)
                == Crc32.Of(buffer, 1, FrameFormat.HeaderLength + payload);
        }

        private DecoderEvent EndChunk()
        {
            Length = count;
            for (int i = 0; i < count; i++)
            {
                if (!ConsoleText.IsText(buffer[i]))
                {
                    return DecoderEvent.Noise;
                }
            }

            return DecoderEvent.Text;
        }
    }
}
