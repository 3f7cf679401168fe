using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// The epochs of both ends: who this end is, whom it heard, when to ask again.
    /// </summary>
    internal sealed class Handshake
    {
        private readonly LinkSettings settings;
        private readonly OpenMessage own = new OpenMessage();
        private readonly OpenMessage peer = new OpenMessage();
        private readonly OpenMessage heard = new OpenMessage();
        private int attempts;
        private long interval;
        private long askedAt;

        public Handshake(LinkSettings settings, uint epoch)
        {
            this.settings = settings;
            own.Epoch = epoch == 0 ? 1 : epoch;
            own.MaximumPayload = settings.MaximumPayload;
            own.Window = settings.Window;
            own.LineBufferBytes = (uint)settings.LineBufferBytes;
        }

        /// <summary>Gets the limits of the other end.</summary>
        public OpenMessage Peer
        {
            get { return peer; }
        }

        /// <summary>Gets the tag of the session of both epochs.</summary>
        public int Session
        {
            get { return (int)((own.Epoch + peer.Epoch) & 0xFFFF); }
        }

        /// <summary>Gets whether the message heard last repeats this end's epoch.</summary>
        public bool IsHeardFromOneWhoKnowsUs
        {
            get { return heard.HeardEpoch == own.Epoch; }
        }

        /// <summary>Gets whether the message heard last is from the end of the present session.</summary>
        public bool IsHeardFromPeer
        {
            get { return heard.Epoch == peer.Epoch; }
        }

        /// <summary>Starts to ask.</summary>
        public void Begin()
        {
            attempts = 0;
            interval = settings.OpenIntervalMicroseconds;
        }

        /// <summary>Reads OPEN or CONFIRM.</summary>
        /// <returns>Whether it is one and not an echo of this end's own.</returns>
        public bool Hear(FrameDecoder frame)
        {
            return heard.Read(frame.Buffer, FrameDecoder.PayloadOffset, frame.Length) && heard.Epoch != own.Epoch;
        }

        /// <summary>Takes the sender of the frame for the other end.</summary>
        public void Adopt(FrameDecoder frame)
        {
            peer.Read(frame.Buffer, FrameDecoder.PayloadOffset, frame.Length);
        }

        /// <summary>Returns whether it is time to ask, again or for the first time.</summary>
        public bool IsDue(long now)
        {
            return attempts == 0 || now - askedAt >= interval;
        }

        /// <summary>Counts a question.</summary>
        /// <returns>Whether it may still be asked.</returns>
        public bool Ask(long now)
        {
            if (attempts >= settings.OpenAttempts)
            {
                return false;
            }

            if (attempts > 0)
            {
                interval = interval * 2 > settings.LongestTimeoutMicroseconds ? settings.LongestTimeoutMicroseconds : interval * 2;
            }

            attempts++;
            askedAt = now;
            return true;
        }

        /// <summary>Writes OPEN or CONFIRM.</summary>
        public void Write(byte[] buffer, int offset, ControlType type)
        {
            own.HeardEpoch = peer.Epoch;
            own.Write(buffer, offset, type);
        }

        /// <summary>Forgets the other end.</summary>
        /// <param name="renews">Whether the own epoch has served a session: then it must not serve another.</param>
        public void Forget(bool renews)
        {
            peer.Epoch = 0;
            if (renews)
            {
                // A full period: no epoch comes back before all others have been used (D. Knuth, TAOCP 2, 3.2.1).
                own.Epoch = (own.Epoch * 1664525) + 1013904223;
                if (own.Epoch == 0)
                {
                    own.Epoch = 1;
                }
            }
        }
    }
}
