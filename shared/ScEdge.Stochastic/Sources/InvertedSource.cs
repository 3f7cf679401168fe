namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// The complement of another source: 2^Width - 1 - R.
    /// </summary>
    /// <remarks>
    /// A stream from a source and one from its complement overlap as little as they can: correlation -1. It draws from the
    /// source it wraps, so wrap a second source of the same identity to feed both comparators in step.
    /// </remarks>
    public sealed class InvertedSource : INumberSource
    {
        private readonly INumberSource source;
        private readonly uint mask;

        /// <summary>Wraps a source.</summary>
        /// <param name="source">Source to complement.</param>
        public InvertedSource(INumberSource source)
        {
            this.source = source;
            Width = source.Width;
            mask = SourceWidth.Mask(Width);
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <inheritdoc/>
        public uint Next()
        {
            return source.Next() ^ mask;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            source.Reset();
        }
    }
}
