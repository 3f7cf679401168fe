using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The two ways to draw a word of each stream of a batch, in the instructions of one <see cref="VectorTier"/>.
/// </summary>
internal unsafe interface IWordTier
{
    /// <summary>Moves the numbers with a probability other than zero together; the others take no pulse.</summary>
    /// <param name="batch">Takes the wanted probabilities; receives places and probabilities of those that are drawn.</param>
    /// <param name="count">Numbers of the batch.</param>
    /// <returns>Numbers to draw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    static virtual int Gather(NumberBatch* batch, int count)
    {
        nint drawn = 0;
        for (nint i = 0; i < count; i++)
        {
            // Written in any case and kept only where there is a pulse: no branch on what is random.
            uint wanted = batch->Wanted[i];
            batch->Indices[drawn] = (uint)i;
            batch->Probabilities[drawn] = wanted;
            drawn += wanted == 0 ? 0 : 1;
        }

        for (nint i = drawn; i % NumberBatch.Portion != 0; i++)
        {
            batch->Probabilities[i] = 0;
        }

        return (int)drawn;
    }

    /// <summary>
    /// Draws on cells that are all alike, as <see cref="ScEdge.Stochastic.Cbram.BernoulliWord"/> does: lanes of a vector are
    /// streams, each with digits, undecided bits and a counter of its own, until the last stream is decided.
    /// </summary>
    /// <param name="batch">Takes counters and probabilities and receives the words.</param>
    /// <param name="count">Numbers to draw.</param>
    /// <param name="draw">What to draw.</param>
    /// <returns>Random words that the scalar code consumes: those of streams not yet decided.</returns>
    static abstract long DrawAlike(NumberBatch* batch, int count, in WordDraw draw);

    /// <summary>
    /// Draws on cells of their own strength, as <see cref="ScEdge.Stochastic.Cbram.CellResponse"/> compares: lanes of a vector
    /// are the 32 cells of one number; the response is interpolated for all 32 classes and dealt out to the cells.
    /// </summary>
    /// <param name="batch">Takes counters, lanes, nodes and ways and receives the words, or only their ones.</param>
    /// <param name="count">Numbers to draw.</param>
    /// <param name="draw">What to draw.</param>
    static abstract void DrawOwn(NumberBatch* batch, int count, in WordDraw draw);
}
