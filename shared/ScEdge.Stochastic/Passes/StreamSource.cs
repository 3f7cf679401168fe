namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Where the random numbers of the passes' streams come from, and who shares them.
    /// </summary>
    public enum StreamSource
    {
        /// <summary>CBRAM cells, bits of its own for every number: products are independent of each other.</summary>
        OwnCells = 0,

        /// <summary>CBRAM cells make one sequence of random numbers per <see cref="PassOperand"/>, compared with all its numbers.</summary>
        SharedCells = 1,

        /// <summary>Shift registers of 16 and 17 bits in place of the cells' sequences, started anew at random.</summary>
        Lfsr = 2,

        /// <summary>Dimensions 1 and 2 of Sobol's sequence, each shifted digitally at random.</summary>
        Sobol = 3,

        /// <summary>A ramp for inputs and errors, its bit reversal for weights: nothing is random.</summary>
        Ramp = 4,

        /// <summary>A pseudo-random generator for every number, independent as cells are but all alike: what an FPGA would do.</summary>
        Counter = 5,

        /// <summary>No streams: products of binary integers, their sums rounded stochastically. What streams are held against.</summary>
        Rounding = 6,
    }
}
