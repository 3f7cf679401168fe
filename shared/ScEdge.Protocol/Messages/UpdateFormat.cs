namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// How updated weights travel.
    /// </summary>
    public enum UpdateFormat
    {
        /// <summary>The weight registers.</summary>
        Registers = 0,

        /// <summary>New register minus old one, modulo 2^16.</summary>
        Differences = 1,
    }
}
