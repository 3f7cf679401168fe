namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Who keeps the registers.
    /// </summary>
    public enum RegisterMode
    {
        /// <summary>No configuration is in force.</summary>
        None = 0,

        /// <summary>The board keeps them.</summary>
        Resident = 1,

        /// <summary>The host keeps them and streams them through the board tile by tile.</summary>
        Tiled = 2,

        /// <summary>The board keeps the weights alone, to read with them; it does not train.</summary>
        Reading = 3,
    }
}
