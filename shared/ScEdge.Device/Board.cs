using System;
using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Device.Requests;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Device
{
    /// <summary>
    /// The board: waits for a host, keeps the registers, computes every parameter update in stochastic circuits, tells what it did.
    /// </summary>
    /// <remarks>
    /// <para>Driven by <see cref="Poll"/>, which does a little of everything and returns: it takes what has arrived, carries out
    /// requests that can be answered at once, updates one range of registers of a step, sends. It never waits and knows no port, file
    /// or thread.</para>
    /// <para>One request after the other: while a step runs or an image is read, later requests wait in the link's window, whose credit
    /// holds the host back.</para>
    /// <para>Cells of a front end that are due are calibrated between the requests, a slice in every poll; a step goes first.</para>
    /// </remarks>
    public sealed class Board
    {
        private readonly BoardState state;
        private readonly ReliableLink link;
        private readonly EventLog log;
        private readonly ServiceHandler service;
        private readonly Telemetry telemetry;
        private readonly RequestDispatcher dispatcher;
        private readonly uint firstBaudRate;
        private uint baudRate;
        private int session;
        private int answeredSession;
        private bool owesAnswer;

        /// <summary>Makes a board that has just started; it listens.</summary>
        /// <param name="settings">What the board is.</param>
        /// <param name="line">The line to the host.</param>
        /// <param name="clock">Time.</param>
        /// <param name="sources">Entropy sources, the best one first, at most four.</param>
        /// <param name="cells">Cells of a front end that can be calibrated; may be null.</param>
        /// <param name="storage">Storage for checkpoints; may be null.</param>
        /// <param name="epoch">A random number, another one after every reset.</param>
        /// <exception cref="ArgumentException">The settings cannot be used.</exception>
        public Board(
            BoardSettings settings,
            IByteLink line,
            IClock clock,
            IEntropySource[] sources,
            BoardCells cells,
            IBoardStorage storage,
            uint epoch)
        {
            if (settings.Link.MaximumPayload < MessageLimits.SmallestPayload)
            {
                throw new ArgumentException("A board needs payloads of 256 bytes or more.");
            }

            if (sources.Length > MessageLimits.EntropySources || settings.BaudRates.Length > MessageLimits.BaudRates)
            {
                throw new ArgumentException("A board has at most four entropy sources and eight speeds.");
            }

            if (settings.TileLength < 32 || settings.RangeLength < 1)
            {
                throw new ArgumentException("A tile needs 32 parameters or more, a range one or more.");
            }

            firstBaudRate = settings.BaudRates.Length == 0 ? 0 : settings.BaudRates[0];
            baudRate = firstBaudRate;
            link = new ReliableLink(settings.Link, line, clock, epoch, null);
            state = new BoardState(settings);
            log = new EventLog(link, clock);
            BoardHealth health = new BoardHealth(sources, clock);
            telemetry = new Telemetry(link, state, health, clock);
            service = new ServiceHandler(settings, state, sources, storage != null, health, telemetry, log);
            CheckpointHandler checkpoints = new CheckpointHandler(state, storage, health, log);
            dispatcher = new RequestDispatcher(settings, state, service, checkpoints, cells, clock, log);
            link.Listen();
            if (settings.ResetCause == ResetCause.Fault)
            {
                log.Write(LogLevel.Error, "restarted after a fault");
            }

            log.Write(LogLevel.Event, settings.Name + " ready, " + settings.HeapBytes.ToString() + " bytes");
            if (settings.TakesUpCheckpoint)
            {
                checkpoints.Resume();
            }
            else
            {
                log.Write(LogLevel.Error, "what is stored was left alone");
            }
        }

        /// <summary>Gets what the board holds.</summary>
        public BoardState State
        {
            get { return state; }
        }

        /// <summary>Gets the board's end of the link.</summary>
        public ReliableLink Link
        {
            get { return link; }
        }

        /// <summary>
        /// Gets whether a step, an image or a calibration is under way: then the board is to be polled again at once, else it may sleep until
        /// bytes arrive.
        /// </summary>
        public bool IsBusy
        {
            get { return dispatcher.IsRunning || dispatcher.IsCalibrating; }
        }

        /// <summary>Gets whether the host has asked for a restart and knows that it comes, or has gone.</summary>
        /// <remarks>To be looked at after every poll: between two sessions there is one at least, so a restart that one host asked for does not
        /// meet the next.</remarks>
        public bool IsResetDue
        {
            get { return service.IsResetRequested && IsAnswerHeard; }
        }

        private bool IsAnswerHeard
        {
            get { return link.State != LinkState.Open || link.IsAllAcknowledged; }
        }

        /// <summary>Returns the speed to which the line must be switched now, once; 0 for none.</summary>
        /// <remarks>A board without a host goes back to its first speed, where a host will look for it.</remarks>
        public uint TakeBaudRate()
        {
            if (service.RequestedBaudRate == 0 || owesAnswer || !IsAnswerHeard)
            {
                return 0;
            }

            baudRate = service.RequestedBaudRate;
            service.RequestedBaudRate = 0;
            return baudRate;
        }

        /// <summary>Does a little of everything.</summary>
        public void Poll()
        {
            link.Receive();
            LookAtSession();
            if (dispatcher.IsRunning)
            {
                dispatcher.RunRange();
            }
            else
            {
                dispatcher.AdvanceCalibration();
            }

            Answer();
            while (!owesAnswer && link.Received != null)
            {
                TakeMessage();
                Answer();
            }

            telemetry.Tell();
            link.Send();
        }

        private void TakeMessage()
        {
            FrameSlot frame = link.Received;
            bool isRequest = frame.Channel == MessageLimits.RequestChannel
                && dispatcher.Take(frame.Body, FrameFormat.HeaderLength, frame.Length, link.MaximumPayload);
            link.Release();
            owesAnswer = isRequest;
            answeredSession = session;
        }

        /// <summary>Sends the answer when it is ready and finds room; one to a session that is over goes nowhere.</summary>
        private void Answer()
        {
            if (!owesAnswer || dispatcher.IsRunning || !dispatcher.Reply.IsReady)
            {
                return;
            }

            MessageWriter answer = dispatcher.Reply.Writer;
            owesAnswer = answeredSession == session && link.State == LinkState.Open
                && !link.TrySend(MessageLimits.RequestChannel, answer.Buffer, 0, answer.Length);
        }

        private void LookAtSession()
        {
            if (link.State == LinkState.Lost)
            {
                log.Write(LogLevel.Event, "host lost");
                link.Listen();
                telemetry.Cancel();
            }

            if (link.State != LinkState.Open)
            {
                // What the last session asked for, its host does not know to have been heard.
                bool isAway = link.State == LinkState.Listening && baudRate != firstBaudRate;
                service.RequestedBaudRate = isAway ? firstBaudRate : 0;
            }

            if (link.Sessions != session)
            {
                session = link.Sessions;
                telemetry.Cancel();
                log.Level = LogLevel.None;
                log.Write(LogLevel.Event, "host connected, frames of " + link.MaximumPayload.ToString() + " bytes");
            }
        }
    }
}
