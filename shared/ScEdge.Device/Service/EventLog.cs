using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Device.Service
{
    /// <summary>
    /// Tells people what happens: as console text always, as log events where a session is open and the level asks for it.
    /// </summary>
    /// <remarks>What finds no room is dropped: telling must not hold up the work.</remarks>
    internal sealed class EventLog
    {
        private readonly ReliableLink link;
        private readonly IClock clock;
        private readonly LogEvent entry = new LogEvent();
        private readonly MessageWriter writer = new MessageWriter(MessageLimits.SmallestPayload);

        public EventLog(ReliableLink link, IClock clock)
        {
            this.link = link;
            this.clock = clock;
        }

        /// <summary>Gets or sets the highest level that is sent as an event.</summary>
        public LogLevel Level { get; set; }

        /// <summary>Tells something.</summary>
        public void Write(LogLevel level, string words)
        {
            link.WriteText(words);
            if (level > Level || !link.CanSend)
            {
                return;
            }

            entry.TimeMicroseconds = clock.Microseconds;
            entry.Level = level;
            entry.Words = words;
            writer.Begin(LogEvent.Code, false, 0, link.MaximumPayload);
            entry.Write(writer);
            if (!writer.HasFailed)
            {
                link.TrySend(MessageLimits.EventChannel, writer.Buffer, 0, writer.Length);
            }
        }
    }
}
