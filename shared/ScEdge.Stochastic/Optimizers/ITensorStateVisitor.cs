namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Something that is done to every part of a tensor's state: write, read, measure. See <see cref="TensorState"/>.
    /// </summary>
    /// <remarks>Who reads a part returns it anew or fills its array; who writes it returns what it was given.</remarks>
    public interface ITensorStateVisitor
    {
        /// <summary>Visits the fraction bits of the auxiliary registers; <see cref="TensorOptimizer.NoScale"/> before the first gradient.</summary>
        int FractionBits(int value);

        /// <summary>Visits the age of the cells: SET/RESET cycles of all cells together.</summary>
        long Cycles(long value);

        /// <summary>Visits the last bit of every cell, of cells that remember it.</summary>
        void Memory(uint[] words);

        /// <summary>Visits registers.</summary>
        /// <param name="name">What they are, as <see cref="OptimizerDescription"/> names it.</param>
        /// <param name="registers">The registers.</param>
        /// <param name="limit">Largest magnitude of a register.</param>
        void Registers(string name, short[] registers, int limit);
    }
}
