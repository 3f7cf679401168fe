using ScEdge.Device.States;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Device.Service
{
    /// <summary>
    /// Tells the host at an interval how the board is; what finds no room on the link is left out.
    /// </summary>
    internal sealed class Telemetry
    {
        private const long ShortestInterval = 10000;

        private readonly ReliableLink link;
        private readonly BoardState state;
        private readonly BoardHealth health;
        private readonly IClock clock;
        private readonly TelemetryEvent report = new TelemetryEvent();
        private readonly MessageWriter writer = new MessageWriter(MessageLimits.SmallestPayload);
        private long interval;
        private long toldAt;

        public Telemetry(ReliableLink link, BoardState state, BoardHealth health, IClock clock)
        {
            this.link = link;
            this.state = state;
            this.health = health;
            this.clock = clock;
        }

        /// <summary>Begins to tell at an interval, 0 for not any more; us.</summary>
        public void Subscribe(long intervalMicroseconds)
        {
            // Not so often that events crowd out answers.
            interval = intervalMicroseconds != 0 && intervalMicroseconds < ShortestInterval ? ShortestInterval : intervalMicroseconds;
            toldAt = clock.Microseconds;
        }

        /// <summary>Ends the subscription: its session is over.</summary>
        public void Cancel()
        {
            interval = 0;
        }

        private uint LifeUsed()
        {
            long most = -1;
            for (int i = 0; state.Configuration != null && i < state.Configuration.Tensors.Length; i++)
            {
                long used = state.Configuration.Tensors[i].Bank.LifeUsed;
                most = used > most ? used : most;
            }

            return most < 0 ? TelemetryEvent.Unrated : (uint)most;
        }

        /// <summary>Tells if it is time.</summary>
        public void Tell()
        {
            long now = clock.Microseconds;
            if (interval == 0 || now - toldAt < interval || !link.CanSend)
            {
                return;
            }

            toldAt = now;
            TelemetryEvent told = report;
            told.TimeMicroseconds = health.UptimeMicroseconds;
            told.StepsDone = state.StepsDone;
            told.Updates = state.Totals.Updates;
            told.Attojoules = state.Totals.Attojoules;
            told.BusyMicroseconds = state.Totals.BusyMicroseconds;
            told.FreeBytes = (uint)state.FreeBytes;
            told.HealthFlags = health.Flags;
            told.FramesDamaged = link.Counters.FramesDamaged;
            told.FramesRepeated = link.Counters.FramesRepeated;
            told.LifeUsed = LifeUsed();
            writer.Begin(TelemetryEvent.Code, false, 0, link.MaximumPayload);
            told.Write(writer);
            if (!writer.HasFailed)
            {
                link.TrySend(MessageLimits.EventChannel, writer.Buffer, 0, writer.Length);
            }
        }
    }
}
