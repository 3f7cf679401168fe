namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The two ways to draw a word of each of 16 streams, in the instructions of one <see cref="VectorTier"/>.
/// </summary>
internal unsafe interface IWordTier
{
    /// <summary>
    /// Draws on cells that are all alike, as <see cref="ScEdge.Stochastic.Cbram.BernoulliWord"/> does: lanes of a vector are
    /// streams, each with digits, undecided bits and a counter of its own, until the last stream is decided.
    /// </summary>
    /// <param name="block">Takes the probabilities and receives all 16 words.</param>
    /// <param name="draw">What to draw.</param>
    /// <returns>Random words that the scalar code consumes: those of streams not yet decided.</returns>
    static abstract uint DrawAlike(NumberBlock* block, in WordDraw draw);

    /// <summary>
    /// Draws on cells of their own strength, as <see cref="ScEdge.Stochastic.Cbram.CellResponse"/> compares: lanes of a vector
    /// are the 32 cells of one number; the response is interpolated for all 32 classes and dealt out to the cells.
    /// </summary>
    /// <param name="block">Takes lanes, nodes and ways and receives the words of the numbers drawn.</param>
    /// <param name="active">The numbers to draw, a bit each; the words of others are left alone.</param>
    /// <param name="draw">What to draw.</param>
    static abstract void DrawOwn(NumberBlock* block, uint active, in WordDraw draw);
}
