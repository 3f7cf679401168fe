namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// A counter with its bits in reverse order: van der Corput's sequence of base 2.
    /// </summary>
    /// <remarks>
    /// Its first 2^k numbers are those of the first Sobol dimension in another order, so the two are not independent of
    /// each other. Against a <see cref="RampSource"/> it multiplies with the low error of Hammersley's points. Period
    /// 2^Width. (J. van der Corput, "Verteilungsfunktionen", 1935; low-discrepancy streams: A. Alaghi, J. Hayes, "Fast
    /// and Accurate Computation Using Stochastic Circuits", DATE 2014.)
    /// </remarks>
    public sealed class VanDerCorputSource : INumberSource
    {
        private readonly int shift;
        private uint index;

        /// <summary>Makes the source.</summary>
        /// <param name="width">Bits of the counter, 1..32.</param>
        public VanDerCorputSource(int width)
        {
            Width = SourceWidth.Require(width, 1);
            shift = 32 - width;
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <inheritdoc/>
        public uint Next()
        {
            uint word = index;
            index++;
            word = ((word & 0x55555555u) << 1) | ((word >> 1) & 0x55555555u);
            word = ((word & 0x33333333u) << 2) | ((word >> 2) & 0x33333333u);
            word = ((word & 0x0F0F0F0Fu) << 4) | ((word >> 4) & 0x0F0F0F0Fu);
            word = ((word & 0x00FF00FFu) << 8) | ((word >> 8) & 0x00FF00FFu);
            word = (word << 16) | (word >> 16);
            return word >> shift;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            index = 0;
        }
    }
}
