namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// How gradients travel.
    /// </summary>
    public enum GradientFormat
    {
        /// <summary>8-bit integers; value x 2^-FractionBits.</summary>
        Int8 = 0,

        /// <summary>16-bit integers; value x 2^-FractionBits.</summary>
        Int16 = 1,

        /// <summary>IEEE single precision, raw bits; the board rounds them stochastically to 16 bits at the given scale.</summary>
        Float32 = 2,
    }
}
