namespace ScEdge.Protocol.Links
{
    /// <summary>
    /// A byte link on which one can sleep until something arrives, instead of asking it again and again.
    /// </summary>
    public interface IWaitableLink : IByteLink
    {
        /// <summary>Returns when bytes can be read, when the line came or went, or after a time; perhaps for no reason.</summary>
        /// <param name="milliseconds">The longest to wait, at least 0; ms.</param>
        void Wait(int milliseconds);
    }
}
