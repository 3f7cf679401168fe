namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// What the decoder found at the place where it stopped.
    /// </summary>
    public enum DecoderEvent
    {
        /// <summary>Nothing yet: all bytes were taken.</summary>
        None = 0,

        /// <summary>A valid frame.</summary>
        Frame = 1,

        /// <summary>A chunk of console text.</summary>
        Text = 2,

        /// <summary>The end of a frame that is not valid.</summary>
        Damaged = 3,

        /// <summary>A chunk that is neither frame nor text.</summary>
        Noise = 4,
    }
}
