namespace ScEdge.Protocol.Links
{
    /// <summary>
    /// One end of a line that carries bytes both ways: a serial port, a socket, a pseudo-terminal, memory.
    /// </summary>
    /// <remarks>
    /// Neither method ever waits. Bytes arrive in order or not at all: a line may lose, garble or invent them, and tells
    /// nobody.
    /// </remarks>
    public interface IByteLink
    {
        /// <summary>Takes bytes that have arrived.</summary>
        /// <param name="buffer">Receives them.</param>
        /// <param name="offset">Where the first goes.</param>
        /// <param name="count">The most to take.</param>
        /// <returns>How many were taken; 0 where none have arrived.</returns>
        int Read(byte[] buffer, int offset, int count);

        /// <summary>Hands over bytes to send.</summary>
        /// <param name="buffer">Holds them.</param>
        /// <param name="offset">Where the first stands.</param>
        /// <param name="count">How many there are.</param>
        /// <returns>How many the line accepted; the rest must be offered again.</returns>
        int Write(byte[] buffer, int offset, int count);
    }
}
