namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// A sequence of random or low-discrepancy numbers against which a comparator makes a bit stream.
    /// </summary>
    /// <remarks>
    /// Two streams are independent only if their sources are: one source that feeds two comparators makes streams of
    /// correlation +1. A source is one identity in time; two objects built alike give the same numbers, which models a
    /// shared source.
    /// </remarks>
    public interface INumberSource
    {
        /// <summary>Gets the number of bits of a number, 1..32; numbers lie in 0..2^Width - 1.</summary>
        int Width { get; }

        /// <summary>Returns the next number.</summary>
        uint Next();

        /// <summary>Goes back to the first number.</summary>
        void Reset();
    }
}
