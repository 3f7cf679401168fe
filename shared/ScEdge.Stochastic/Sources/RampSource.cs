namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// A counter: 0, 1, 2, ... and again from 0 after 2^Width - 1.
    /// </summary>
    /// <remarks>
    /// Its streams are unary: P ones, then zeros, so a prefix says little about the whole. Two of them have correlation
    /// +1. One ramp beside one randomised stream multiplies exactly as well as two randomised ones.
    /// </remarks>
    public sealed class RampSource : INumberSource
    {
        private readonly uint mask;
        private uint index;

        /// <summary>Makes the source.</summary>
        /// <param name="width">Bits of the counter, 1..32.</param>
        public RampSource(int width)
        {
            Width = SourceWidth.Require(width, 1);
            mask = SourceWidth.Mask(width);
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <inheritdoc/>
        public uint Next()
        {
            uint number = index;
            index = (index + 1) & mask;
            return number;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            index = 0;
        }
    }
}
