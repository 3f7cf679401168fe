using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Numbered frames from the layer above until the other end has acknowledged them.
    /// </summary>
    /// <remarks>
    /// Numbers from <c>first</c> to <c>unsent</c> are under way, those from <c>unsent</c> to <c>next</c> wait for credit. All are
    /// 16 bits wide and compared by their differences.
    /// </remarks>
    internal sealed class SendWindow
    {
        /// <summary>The largest window: one bit of an acknowledgement for each frame.</summary>
        public const int LargestWindow = 32;

        private readonly SentFrame[] frames;
        private readonly int indexMask;
        private int first;
        private int unsent;
        private int next;
        private int limit;
        private int transmissions;
        private int reordering;
        private uint lineBufferBytes;
        private uint bytesUnderWay;

        public SendWindow(int window, int maximumPayload)
        {
            frames = new SentFrame[window];
            indexMask = window - 1;
            for (int i = 0; i < window; i++)
            {
                frames[i] = new SentFrame(maximumPayload);
            }
        }

        /// <summary>Gets whether another frame can be queued.</summary>
        public bool HasRoom
        {
            get { return ((next - first) & 0xFFFF) < frames.Length; }
        }

        /// <summary>Gets whether no frame waits for anything.</summary>
        public bool IsEmpty
        {
            get { return first == next; }
        }

        /// <summary>Gets whether frames wait for an acknowledgement.</summary>
        public bool IsUnderWay
        {
            get { return first != unsent; }
        }

        /// <summary>Forgets all frames and takes the other end's limits: a new session begins.</summary>
        public void Clear(OpenMessage peer)
        {
            first = 0;
            unsent = 0;
            next = 0;
            limit = peer.Window;
            lineBufferBytes = peer.LineBufferBytes;
            bytesUnderWay = 0;
            transmissions = 0;

            // How many later transmissions must have arrived before a frame counts as lost.
            int window = peer.Window < frames.Length ? peer.Window : frames.Length;
            reordering = window >= 8 ? 3 : window >= 4 ? 2 : 1;
        }

        /// <summary>Queues a frame; there is room.</summary>
        public void Append(int channel, byte[] payload, int offset, int count, int session)
        {
            SentFrame frame = frames[next & indexMask];
            frame.Slot.Length = count;
            frame.Slot.Channel = channel;
            frame.WireBytes = FrameFormat.WireLength(count);
            frame.IsAcknowledged = false;
            frame.IsLost = false;
            frame.IsRepeated = false;
            Array.Copy(payload, offset, frame.Slot.Body, FrameFormat.HeaderLength, count);
            FrameFormat.Seal(frame.Slot.Body, channel, count, session, next);
            next = (next + 1) & 0xFFFF;
        }

        /// <summary>Chooses the frame to send now: the first that was lost, else the next one that credit allows; null for none.</summary>
        public SentFrame TakeNext(long now)
        {
            for (int number = first; number != unsent; number = (number + 1) & 0xFFFF)
            {
                SentFrame lost = frames[number & indexMask];
                if (lost.IsLost)
                {
                    lost.IsLost = false;
                    lost.IsRepeated = true;
                    return Sent(lost, now);
                }
            }

            if (unsent == next || unsent == limit)
            {
                return null;
            }

            SentFrame frame = frames[unsent & indexMask];
            if (bytesUnderWay != 0 && bytesUnderWay + (uint)frame.WireBytes > lineBufferBytes)
            {
                return null;
            }

            bytesUnderWay += (uint)frame.WireBytes;
            unsent = (unsent + 1) & 0xFFFF;
            return Sent(frame, now);
        }

        /// <summary>Takes an acknowledgement.</summary>
        /// <param name="expected">Number that the other end expects next.</param>
        /// <param name="credit">First number for which it has no room.</param>
        /// <param name="beyond">Bit k: number expected + 1 + k has arrived.</param>
        /// <param name="now">Time; us.</param>
        /// <param name="timer">Receives the measured round trip.</param>
        /// <returns>Whether anything is new in it, credit included.</returns>
        public bool Acknowledge(int expected, int credit, uint beyond, long now, RetransmissionTimer timer)
        {
            int underWay = (unsent - first) & 0xFFFF;
            if (((expected - first) & 0xFFFF) > underWay)
            {
                // Older than one that came before it, or nonsense.
                return false;
            }

            int newest = 0;
            bool isProgress = false;
            while (first != expected)
            {
                newest = Arrived(frames[first & indexMask], newest, now, timer);
                first = (first + 1) & 0xFFFF;
                isProgress = true;
            }

            underWay = (unsent - first) & 0xFFFF;
            for (int k = 0; k + 1 < underWay; k++)
            {
                SentFrame frame = frames[(first + 1 + k) & indexMask];
                if (((beyond >> k) & 1) != 0 && !frame.IsAcknowledged)
                {
                    newest = Arrived(frame, newest, now, timer);
                    isProgress = true;
                }
            }

            int more = (credit - limit) & 0xFFFF;
            if (more > 0 && more <= LargestWindow)
            {
                limit = credit;
                isProgress = true;
            }

            if (newest != 0)
            {
                MarkOvertaken(newest);
            }

            return isProgress;
        }

        /// <summary>Has the oldest frame sent again.</summary>
        public void MarkOldestLost()
        {
            frames[first & indexMask].IsLost = true;
        }

        private SentFrame Sent(SentFrame frame, long now)
        {
            transmissions++;
            frame.Transmission = transmissions;
            frame.SentAt = now;
            return frame;
        }

        private int Arrived(SentFrame frame, int newest, long now, RetransmissionTimer timer)
        {
            if (frame.IsAcknowledged)
            {
                return newest;
            }

            frame.IsAcknowledged = true;
            frame.IsLost = false;
            bytesUnderWay -= (uint)frame.WireBytes;
            if (frame.IsRepeated)
            {
                // Which of its transmissions arrived is not known.
                return newest;
            }

            timer.Measure(now - frame.SentAt);
            return frame.Transmission > newest ? frame.Transmission : newest;
        }

        /// <summary>The line keeps order, so a frame that later ones have overtaken is lost.</summary>
        private void MarkOvertaken(int newest)
        {
            for (int number = first; number != unsent; number = (number + 1) & 0xFFFF)
            {
                SentFrame frame = frames[number & indexMask];
                if (!frame.IsAcknowledged && newest - frame.Transmission >= reordering)
                {
                    frame.IsLost = true;
                }
            }
        }
    }
}
