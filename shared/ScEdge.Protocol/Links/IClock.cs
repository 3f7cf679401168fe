namespace ScEdge.Protocol.Links
{
    /// <summary>
    /// Time since some fixed moment, never running backwards: the chip's tick counter, a PC's, or a virtual one in tests.
    /// </summary>
    public interface IClock
    {
        /// <summary>Gets the time; us.</summary>
        long Microseconds { get; }
    }
}
