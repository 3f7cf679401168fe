using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;

namespace ScEdge.Device.States
{
    /// <summary>
    /// A state image on its way in, beside the state in force.
    /// </summary>
    public sealed class PushBuffer
    {
        private uint check;

        /// <summary>Gets what the image holds.</summary>
        public StateImageKind Kind { get; private set; }

        /// <summary>Gets the image; null for none.</summary>
        public byte[] Image { get; private set; }

        /// <summary>Gets the bytes that have arrived without a gap.</summary>
        public int Received { get; private set; }

        /// <summary>Gets the memory that it takes.</summary>
        public int Bytes
        {
            get { return Image == null ? 0 : Image.Length; }
        }

        /// <summary>Returns whether the image under way is the one that is announced.</summary>
        public bool Is(StateImageKind kind, int length, uint announced)
        {
            return Image != null && Kind == kind && Image.Length == length && check == announced;
        }

        /// <summary>Begins another image.</summary>
        public void Begin(StateImageKind kind, int length, uint announced)
        {
            Image = null;
            Image = new byte[length];
            Kind = kind;
            check = announced;
            Received = 0;
        }

        /// <summary>Keeps bytes that begin at or before the end of what has arrived and fit.</summary>
        public void Put(int position, byte[] buffer, int offset, int count)
        {
            Array.Copy(buffer, offset, Image, position, count);
            if (position + count > Received)
            {
                Received = position + count;
            }
        }

        /// <summary>Gets the CRC-32 that was announced.</summary>
        public uint Announced
        {
            get { return check; }
        }

        /// <summary>Returns the CRC-32 of what has arrived.</summary>
        public uint ActualCheck()
        {
            return Crc32.Of(Image, 0, Received);
        }

        /// <summary>Forgets the image.</summary>
        public void Drop()
        {
            Image = null;
            Received = 0;
        }
    }
}
