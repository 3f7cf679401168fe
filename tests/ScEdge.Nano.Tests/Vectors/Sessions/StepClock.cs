using ScEdge.Protocol.Links;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// Time that passes only when it is told to, the same on every machine.
    /// </summary>
    public sealed class StepClock : IClock
    {
        /// <inheritdoc/>
        public long Microseconds { get; set; }
    }
}
