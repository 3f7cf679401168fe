namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Takes the console text that arrives between frames.
    /// </summary>
    public interface IConsoleSink
    {
        /// <summary>Takes a chunk of text: a line, or a part of one.</summary>
        /// <param name="text">ASCII characters from index 0; valid during the call.</param>
        /// <param name="count">How many there are.</param>
        void TakeText(byte[] text, int count);
    }
}
