using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// The examples of hw-docs/protocol.md, damaged frames, and frames found again behind garbage.
    /// </summary>
    public static class FrameVectors
    {
        private const int MaximumPayload = 300;

        private static readonly byte[] Example =
        {
            0x00, 0x04, 0x01, 0x01, 0x04, 0x04, 0x12, 0x34, 0x05, 0x03, 0x48, 0x69, 0x06, 0x21, 0x3D, 0x43, 0xA5, 0x4F, 0x00,
        };

        private static readonly byte[] Acknowledgement =
        {
            0x00, 0x02, 0x01, 0x02, 0x0A, 0x03, 0x12, 0x34, 0x01, 0x02, 0x03, 0x02, 0x06, 0x02, 0x0E, 0x02, 0x02, 0x01, 0x01, 0x05, 0x87, 0xA7,
            0xBD, 0x81, 0x00,
        };

        private static readonly byte[] Open =
        {
            0x00, 0x02, 0x01, 0x02, 0x12, 0x01, 0x01, 0x01, 0x01, 0x02, 0x01, 0x01, 0x06, 0x04, 0x44, 0x33, 0x22, 0x11, 0x01, 0x01, 0x01, 0x02,
            0x08, 0x01, 0x02, 0x10, 0x01, 0x05, 0x6F, 0xFE, 0x2E, 0x02, 0x00,
        };

        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.CheckBytes("example, encoded", Example, Sealed(1, 0x3412, 5, new byte[] { 0x48, 0x69, 0x00, 0x21 }));
            log.CheckBytes("acknowledgement, encoded", Acknowledgement, Sealed(0, 0x3412, 0, new byte[] { 3, 0, 6, 0, 14, 0, 2, 0, 0, 0 }));
            log.CheckBytes("open, encoded", Open, Opened());
            log.Check("example, found", 568489667, Found(Example));
            log.Check("acknowledgement, found", 891374757, Found(Acknowledgement));
            log.Check("open, found", 3250874249, Found(Open));
            log.Check("empty payload", 778775975, Found(Sealed(0, 0, 0, Bytes(0, 1, 256))));
            log.Check("long payload without zeros", 2281875957, Found(Sealed(7, 0xFFFF, 0x8000, Bytes(MaximumPayload, 1, 255))));
            log.Check("long payload of zeros", 268723895, Found(Sealed(7, 0xFFFF, 0x8000, new byte[MaximumPayload])));
            log.Check("too long a payload", 3582239033, Found(Before(Sealed(1, 2, 3, Bytes(MaximumPayload + 100, 1, 255)))));
            log.Check("every flipped bit", 2697993202, Flipped());
            log.Check("every length that is cut", 1444858666, Cut());
            log.Check("length that lies", 3582239033, Found(Before(Resealed(FrameFormat.LengthOffset, 0xFF))));
            log.Check("unknown version", 3582239033, Found(Before(Resealed(0, 2))));
            log.Check("text between frames", 274044873, Found(Before(new byte[] { 0x6F, 0x6B, 0x0D, 0x0A })));
            log.Check("noise between frames", 2905810345, Found(Before(new byte[] { 0xFF, 0xFE, 0x02, 0x0A, 0x6F, 0x6B, 0x0A })));
            log.Check("shared zero", 770462545, Found(Joined(Example, Tail(Example, 1))));
            log.Check("frames behind garbage", 3880545379, Resynchronised());
        }

        private static byte[] Sealed(int channel, int session, int sequence, byte[] payload)
        {
            byte[] body = new byte[FrameFormat.BodyLength(payload.Length)];
            Array.Copy(payload, 0, body, FrameFormat.HeaderLength, payload.Length);
            FrameFormat.Seal(body, channel, payload.Length, session, sequence);
            return Encoded(body, payload.Length);
        }

        private static byte[] Opened()
        {
            OpenMessage open = new OpenMessage();
            open.Epoch = 0x11223344;
            open.MaximumPayload = 1024;
            open.Window = 8;
            open.LineBufferBytes = 4096;
            byte[] payload = new byte[OpenMessage.Length];
            open.Write(payload, 0, ControlType.Open);
            return Sealed(0, 0, 0, payload);
        }

        /// <summary>A frame with one wrong byte and a right check.</summary>
        private static byte[] Resealed(int offset, byte value)
        {
            byte[] body = new byte[FrameFormat.BodyLength(3)];
            FrameFormat.Seal(body, 1, 3, 2, 3);
            body[offset] = value;
            int end = FrameFormat.HeaderLength + 3;
            LittleEndian.WriteUInt32(body, end, Crc32.Of(body, 0, end));
            return Encoded(body, 3);
        }

        private static byte[] Encoded(byte[] body, int payload)
        {
            byte[] wire = new byte[FrameFormat.WireLength(payload)];
            int length = FrameFormat.Encode(body, payload, wire);
            byte[] bytes = new byte[length];
            Array.Copy(wire, 0, bytes, 0, length);
            return bytes;
        }

        private static Digest Flipped()
        {
            Digest digest = new Digest();
            for (int bit = 0; bit < 8 * Example.Length; bit++)
            {
                byte[] flipped = Joined(Example, Example);
                flipped[bit >> 3] ^= (byte)(1 << (bit & 7));
                Push(new FrameDecoder(MaximumPayload), flipped, flipped.Length, digest);
            }

            return digest;
        }

        private static Digest Cut()
        {
            Digest digest = new Digest();
            for (int start = 1; start < Example.Length; start++)
            {
                byte[] bytes = Joined(Tail(Example, start), Example);
                Push(new FrameDecoder(MaximumPayload), bytes, bytes.Length, digest);
            }

            return digest;
        }

        /// <summary>Garbage, in half of the rounds such that looks like frames, and a frame behind it, in portions of seven bytes.</summary>
        private static Digest Resynchronised()
        {
            FrameDecoder decoder = new FrameDecoder(MaximumPayload);
            Digest digest = new Digest();
            for (uint round = 0; round < 40; round++)
            {
                byte[] garbage = Bytes(3 + ((int)round * 9), round, (round & 1) == 0 ? 256 : 255);
                if ((round & 1) != 0)
                {
                    garbage[1] = FrameFormat.Version;
                }

                Push(decoder, Joined(garbage, Example), 7, digest);
            }

            return digest;
        }

        private static byte[] Before(byte[] bytes)
        {
            return Joined(bytes, Example);
        }

        private static byte[] Joined(byte[] first, byte[] second)
        {
            byte[] bytes = new byte[first.Length + second.Length];
            Array.Copy(first, 0, bytes, 0, first.Length);
            Array.Copy(second, 0, bytes, first.Length, second.Length);
            return bytes;
        }

        private static byte[] Tail(byte[] bytes, int start)
        {
            byte[] tail = new byte[bytes.Length - start];
            Array.Copy(bytes, start, tail, 0, tail.Length);
            return tail;
        }

        /// <summary>Random bytes; of 255 kinds none is zero.</summary>
        private static byte[] Bytes(int count, uint seed, int kinds)
        {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++)
            {
                uint word = CounterGenerator.Word(seed, 5, (uint)i) >> 8;
                bytes[i] = (byte)((word % (uint)kinds) + (kinds == 256 ? 0u : 1u));
            }

            return bytes;
        }

        private static Digest Found(byte[] bytes)
        {
            Digest digest = new Digest();
            Push(new FrameDecoder(MaximumPayload), bytes, bytes.Length, digest);
            Push(new FrameDecoder(MaximumPayload), bytes, 1, digest);
            return digest;
        }

        /// <summary>Pushes bytes in portions and adds what is found.</summary>
        private static void Push(FrameDecoder decoder, byte[] bytes, int portion, Digest digest)
        {
            int position = 0;
            while (position < bytes.Length)
            {
                int left = bytes.Length - position;
                position += decoder.Push(bytes, position, left < portion ? left : portion);
                Add(decoder, digest);
            }

            decoder.Flush();
            Add(decoder, digest);
        }

        private static void Add(FrameDecoder decoder, Digest digest)
        {
            if (decoder.Event == DecoderEvent.None)
            {
                return;
            }

            digest.Add((int)decoder.Event);
            if (decoder.Event == DecoderEvent.Damaged)
            {
                return;
            }

            bool isFrame = decoder.Event == DecoderEvent.Frame;
            if (isFrame)
            {
                digest.Add(decoder.Channel);
                digest.Add(decoder.Session);
                digest.Add(decoder.Sequence);
            }

            digest.Add(decoder.Length);
            digest.Add(decoder.Buffer, isFrame ? FrameDecoder.PayloadOffset : 0, decoder.Length);
        }
    }
}
