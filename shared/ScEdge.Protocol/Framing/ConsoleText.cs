namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// The bytes that may stand between frames for people to read.
    /// </summary>
    internal static class ConsoleText
    {
        /// <summary>Returns whether a byte is one of ASCII text: printable, tab, line feed, carriage return, backspace or escape.</summary>
        public static bool IsText(byte value)
        {
            return (value >= 0x20 && value <= 0x7E) || (value >= 0x08 && value <= 0x0A) || value == 0x0D || value == 0x1B;
        }
    }
}
