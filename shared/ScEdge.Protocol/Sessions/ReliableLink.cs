using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// One end of a session over an unreliable line: frames arrive once, whole and in order, or both ends know that the session ended.
    /// </summary>
    /// <remarks>
    /// <para>Selective repeat with credit, driven by <see cref="Poll"/> or its two halves; it never waits, has no thread and
    /// allocates nothing after it was made. hw-docs/protocol.md has the state machine; both ends run this code.</para>
    /// <para>The layer above compares <see cref="Sessions"/> with the value it knows: when it has changed, all that was under way is
    /// gone and the other end may have been reset.</para>
    /// </remarks>
    public sealed class ReliableLink
    {
        private readonly LinkSettings settings;
        private readonly IClock clock;
        private readonly LinkCounters counters = new LinkCounters();
        private readonly Handshake handshake;
        private readonly FrameDecoder decoder;
        private readonly LineReader reader;
        private readonly LineWriter writer;
        private readonly SendWindow send;
        private readonly ReceiveWindow receive;
        private readonly RetransmissionTimer timer;
        private readonly byte[] control = new byte[FrameFormat.BodyLength(OpenMessage.Length)];
        private bool isListener;
        private bool owesOpen;
        private bool owesConfirm;
        private bool owesAcknowledge;
        private bool asks;
        private bool owesClose;
        private int closingSession;
        private int timeoutsInARow;
        private long now;
        private long timerStart;
        private long lastHeardAt;
        private long lastSentAt;

        /// <summary>Makes a closed end.</summary>
        /// <param name="settings">Sizes and times; not to be changed afterwards.</param>
        /// <param name="line">The line.</param>
        /// <param name="clock">Time.</param>
        /// <param name="epoch">A random number, another one after every start of the program or reset of the board.</param>
        /// <param name="console">Takes text between frames; may be null.</param>
        /// <exception cref="ArgumentException">The settings contradict themselves.</exception>
        public ReliableLink(LinkSettings settings, IByteLink line, IClock clock, uint epoch, IConsoleSink console)
        {
            string problem = settings.Problem();
            if (problem != null)
            {
                throw new ArgumentException(problem);
            }

            this.settings = settings;
            this.clock = clock;
            handshake = new Handshake(settings, epoch);
            decoder = new FrameDecoder(settings.MaximumPayload);
            reader = new LineReader(line, console, counters, decoder);
            writer = new LineWriter(line, counters, settings.MaximumPayload);
            send = new SendWindow(settings.Window, settings.MaximumPayload);
            receive = new ReceiveWindow(settings.Window, settings.MaximumPayload);
            timer = new RetransmissionTimer(settings);
        }

        /// <summary>Gets where the end stands.</summary>
        public LinkState State { get; private set; }

        /// <summary>Gets why the end is <see cref="LinkState.Lost"/>.</summary>
        public LinkLoss Loss { get; private set; }

        /// <summary>Gets the number of sessions so far; each entry into <see cref="LinkState.Open"/> counts.</summary>
        public int Sessions { get; private set; }

        /// <summary>Gets the largest payload that can be sent in this session.</summary>
        public int MaximumPayload { get; private set; }

        /// <summary>Gets what was seen on the line.</summary>
        public LinkCounters Counters
        {
            get { return counters; }
        }

        /// <summary>Gets the smoothed round trip of a frame and its acknowledgement, 0 before the first; us.</summary>
        public long RoundTripMicroseconds
        {
            get { return timer.RoundTrip; }
        }

        /// <summary>Gets whether a frame can be handed over for sending.</summary>
        public bool CanSend
        {
            get { return State == LinkState.Open && send.HasRoom; }
        }

        /// <summary>Gets whether every frame handed over has been acknowledged.</summary>
        public bool IsAllAcknowledged
        {
            get { return send.IsEmpty; }
        }

        /// <summary>Gets the oldest received frame, in order; null for none.</summary>
        /// <remarks>It stays until <see cref="Release"/> or the session's end.</remarks>
        public FrameSlot Received
        {
            get { return State == LinkState.Open ? receive.First : null; }
        }

        /// <summary>Asks the other end for a session, and keeps asking up to the limit.</summary>
        public void Open()
        {
            isListener = false;
            BeginOpening();
        }

        /// <summary>Waits until the other end is heard; sends nothing before.</summary>
        public void Listen()
        {
            Leave(LinkState.Listening, LinkLoss.None);
            isListener = true;
        }

        /// <summary>Ends the session, telling the other end once; frames not yet acknowledged may be lost.</summary>
        public void Close()
        {
            bool wasOpen = State == LinkState.Open;
            int session = handshake.Session;
            Leave(LinkState.Closed, LinkLoss.None);
            owesClose = wasOpen;
            closingSession = session;
        }

        /// <summary>Hands a frame over for sending; its bytes are copied.</summary>
        /// <param name="channel">Channel, 1..255.</param>
        /// <param name="payload">Holds the payload.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="count">Its length, at most <see cref="MaximumPayload"/>.</param>
        /// <returns>Whether it was taken: false without a session, and while the window is full of frames not yet acknowledged.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The payload is too long for this session.</exception>
        public bool TrySend(int channel, byte[] payload, int offset, int count)
        {
            if (!CanSend)
            {
                return false;
            }

            if (count > MaximumPayload)
            {
                throw new ArgumentOutOfRangeException(nameof(count));
            }

            if (!send.IsUnderWay)
            {
                timerStart = clock.Microseconds;
            }

            send.Append(channel, payload, offset, count, handshake.Session);
            return true;
        }

        /// <summary>Gives back the memory of <see cref="Received"/>.</summary>
        public void Release()
        {
            if (receive.First != null && receive.Release())
            {
                owesAcknowledge = true;
            }
        }

        /// <summary>Sends a line of console text between frames; in every state.</summary>
        /// <returns>Whether there was room for it.</returns>
        public bool WriteText(string text)
        {
            return writer.WriteText(text);
        }

        /// <summary>Takes what has arrived, looks at the time, sends what is due.</summary>
        public void Poll()
        {
            Receive();
            Send();
        }

        /// <summary>The first half of <see cref="Poll"/>: takes what has arrived.</summary>
        /// <remarks>To release received frames before <see cref="Send"/> gives the other end its credit one poll sooner.</remarks>
        public void Receive()
        {
            now = clock.Microseconds;
            reader.Begin();
            while (reader.ReadFrame(now))
            {
                TakeFrame();
            }
        }

        /// <summary>The second half of <see cref="Poll"/>: looks at the time, sends what is due.</summary>
        public void Send()
        {
            now = clock.Microseconds;
            LookAtTime();
            while (writer.Flush() && WriteNext())
            {
            }
        }

        private void TakeFrame()
        {
            if (State == LinkState.Listening)
            {
                BeginOpening();
            }

            int type = decoder.Channel == 0 && decoder.Length > 0 ? decoder.Buffer[FrameDecoder.PayloadOffset] : 0;
            if (type == (int)ControlType.Open || type == (int)ControlType.Confirm)
            {
                if (handshake.Hear(decoder))
                {
                    TakeOpen(type == (int)ControlType.Open);
                    return;
                }
            }
            else if (State == LinkState.Open && decoder.Session == handshake.Session)
            {
                lastHeardAt = now;
                if (decoder.Channel != 0)
                {
                    TakeNumbered();
                }
                else if (type == (int)ControlType.Acknowledge)
                {
                    TakeAcknowledge();
                }
                else if (type == (int)ControlType.Close)
                {
                    Leave(LinkState.Lost, LinkLoss.ClosedByPeer);
                }

                return;
            }

            counters.FramesForeign++;
        }

        private void TakeOpen(bool wantsAnswer)
        {
            bool knowsUs = handshake.IsHeardFromOneWhoKnowsUs;
            if (State == LinkState.Opening)
            {
                handshake.Adopt(decoder);
                owesOpen = !knowsUs;
                if (knowsUs)
                {
                    Enter();
                    owesConfirm = wantsAnswer;
                }
            }
            else if (State == LinkState.Open)
            {
                if (handshake.IsHeardFromPeer)
                {
                    lastHeardAt = now;
                    owesConfirm |= wantsAnswer;
                }
                else if (knowsUs)
                {
                    BeginOpening();
                    handshake.Adopt(decoder);
                }
                else
                {
                    owesConfirm = true;
                }
            }
        }

        private void TakeNumbered()
        {
            int length = decoder.Length;
            int result = receive.Take(decoder);
            if (result > 0)
            {
                counters.PayloadBytesReceived += length;
            }
            else if (result == 0)
            {
                counters.FramesDuplicate++;
            }
            else
            {
                counters.FramesBeyondCredit++;
            }

            owesAcknowledge = true;
        }

        private void TakeAcknowledge()
        {
            if (decoder.Length < AcknowledgeMessage.Length)
            {
                return;
            }

            byte[] buffer = decoder.Buffer;
            if (AcknowledgeMessage.IsAnswerWanted(buffer, FrameDecoder.PayloadOffset))
            {
                owesAcknowledge = true;
            }

            if (send.Acknowledge(
                AcknowledgeMessage.Expected(buffer, FrameDecoder.PayloadOffset),
                AcknowledgeMessage.Limit(buffer, FrameDecoder.PayloadOffset),
                AcknowledgeMessage.Beyond(buffer, FrameDecoder.PayloadOffset),
                now,
                timer))
            {
                timeoutsInARow = 0;
                timerStart = now;
            }
        }

        private void LookAtTime()
        {
            if (State == LinkState.Opening && handshake.IsDue(now))
            {
                owesOpen = handshake.Ask(now);
                if (!owesOpen)
                {
                    Leave(isListener ? LinkState.Listening : LinkState.Lost, isListener ? LinkLoss.None : LinkLoss.NoAnswer);
                }
            }
            else if (State == LinkState.Open)
            {
                LookAtSession();
            }
        }

        private void LookAtSession()
        {
            if (now - lastHeardAt > settings.SilenceMicroseconds)
            {
                Leave(LinkState.Lost, LinkLoss.Silent);
                return;
            }

            if (!send.IsEmpty && now - timerStart >= timer.Timeout)
            {
                counters.Timeouts++;
                timerStart = now;
                timer.BackOff();
                if (!send.IsUnderWay)
                {
                    asks = true;
                }
                else
                {
                    timeoutsInARow++;
                    if (timeoutsInARow > settings.TimeoutLimit)
                    {
                        Leave(LinkState.Lost, LinkLoss.Unacknowledged);
                        return;
                    }

                    send.MarkOldestLost();
                }
            }

            if (now - lastSentAt >= settings.KeepAliveMicroseconds)
            {
                asks = true;
            }
        }

        /// <summary>Puts the most urgent frame on the wire.</summary>
        /// <returns>Whether there was one.</returns>
        private bool WriteNext()
        {
            if (owesClose)
            {
                owesClose = false;
                control[FrameFormat.HeaderLength] = (byte)ControlType.Close;
                control[FrameFormat.HeaderLength + 1] = 0;
                WriteControl(2, closingSession);
            }
            else if (owesOpen || owesConfirm)
            {
                handshake.Write(control, FrameFormat.HeaderLength, owesOpen ? ControlType.Open : ControlType.Confirm);
                owesOpen = false;
                owesConfirm = false;
                WriteControl(OpenMessage.Length, 0);
            }
            else if (State != LinkState.Open)
            {
                return false;
            }
            else if (owesAcknowledge || asks)
            {
                AcknowledgeMessage.Write(
                    control, FrameFormat.HeaderLength, asks, receive.Next, receive.AdvertiseLimit(), receive.Beyond);
                owesAcknowledge = false;
                asks = false;
                WriteControl(AcknowledgeMessage.Length, handshake.Session);
            }
            else
            {
                return WriteNumbered();
            }

            return true;
        }

        private bool WriteNumbered()
        {
            bool wasUnderWay = send.IsUnderWay;
            SentFrame frame = send.TakeNext(now);
            if (frame == null)
            {
                return false;
            }

            if (!wasUnderWay)
            {
                timerStart = now;
            }

            if (frame.IsRepeated)
            {
                counters.FramesRepeated++;
            }

            writer.WriteFrame(frame.Slot.Body, frame.Slot.Length);
            lastSentAt = now;
            return true;
        }

        private void WriteControl(int payload, int session)
        {
            FrameFormat.Seal(control, 0, payload, session, 0);
            writer.WriteFrame(control, payload);
            lastSentAt = now;
        }

        private void BeginOpening()
        {
            Leave(LinkState.Opening, LinkLoss.None);
            handshake.Begin();
        }

        private void Enter()
        {
            State = LinkState.Open;
            Sessions++;
            int peerPayload = handshake.Peer.MaximumPayload;
            MaximumPayload = peerPayload < settings.MaximumPayload ? peerPayload : settings.MaximumPayload;
            send.Clear(handshake.Peer);
            receive.Clear();
            timer.Clear();
            timeoutsInARow = 0;
            timerStart = now;
            lastHeardAt = now;
            lastSentAt = now;
            owesAcknowledge = false;
            asks = false;
        }

        /// <summary>Goes to a state outside a session; an epoch that has served one is not used again.</summary>
        private void Leave(LinkState state, LinkLoss loss)
        {
            handshake.Forget(State == LinkState.Open);
            State = state;
            Loss = loss;
            owesOpen = false;
            owesConfirm = false;
            owesAcknowledge = false;
            owesClose = false;
            asks = false;
        }
    }
}
