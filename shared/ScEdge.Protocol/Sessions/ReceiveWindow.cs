using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Received frames between the line and the layer above: out of order, or in order and not taken yet.
    /// </summary>
    internal sealed class ReceiveWindow
    {
        private readonly FrameSlot[] slots;
        private readonly int indexMask;
        private uint arrived;
        private int taken;
        private int advertised;

        public ReceiveWindow(int window, int maximumPayload)
        {
            slots = new FrameSlot[window];
            indexMask = window - 1;
            for (int i = 0; i < window; i++)
            {
                slots[i] = new FrameSlot(maximumPayload);
            }
        }

        /// <summary>Gets the number of the first frame that has not arrived; 16 bits.</summary>
        public int Next { get; private set; }


        /// <summary>Gets the frames after <see cref="Next"/> that have arrived: bit k is number Next + 1 + k.</summary>
        public uint Beyond
        {
            get { return arrived >> 1; }
        }

        /// <summary>Gets the oldest frame in order that was not taken, or null.</summary>
        public FrameSlot First
        {
            get { return taken == Next ? null : slots[taken & indexMask]; }
        }

        /// <summary>Forgets all frames: a new session begins.</summary>
        public void Clear()
        {
            arrived = 0;
            taken = 0;
            advertised = slots.Length;
            Next = 0;
        }

        /// <summary>Returns the number of the first frame for which there is no room; the other end is about to be told.</summary>
        public int AdvertiseLimit()
        {
            advertised = (taken + slots.Length) & 0xFFFF;
            return advertised;
        }

        /// <summary>Keeps a frame.</summary>
        /// <returns>1 if it is new, 0 if it had arrived before, -1 if there is no room for it.</returns>
        public int Take(FrameDecoder frame)
        {
            int sequence = frame.Sequence;
            int ahead = (sequence - Next) & 0xFFFF;
            if (ahead >= 0x8000)
            {
                return 0;
            }

            if (((sequence - taken) & 0xFFFF) >= slots.Length)
            {
                return -1;
            }

            uint bit = 1u << ahead;
            if ((arrived & bit) != 0)
            {
                return 0;
            }

            FrameSlot slot = slots[sequence & indexMask];
            slot.Length = frame.Length;
            slot.Channel = frame.Channel;
            Array.Copy(frame.Buffer, FrameDecoder.PayloadOffset, slot.Body, FrameFormat.HeaderLength, frame.Length);
            arrived |= bit;
            while ((arrived & 1) != 0)
            {
                arrived >>= 1;
                Next = (Next + 1) & 0xFFFF;
            }

            return 1;
        }

        /// <summary>Gives the slot of <see cref="First"/> back.</summary>
        /// <returns>Whether the other end should be told: it has no credit, or only half of what there is room for.</returns>
        public bool Release()
        {
            bool wasFull = Next == advertised;
            taken = (taken + 1) & 0xFFFF;
            return wasFull || ((taken + slots.Length - advertised) & 0xFFFF) * 2 >= slots.Length;
        }
    }
}
