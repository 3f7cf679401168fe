namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// The population of cells as 32 classes of equal weight along a normal distribution.
    /// </summary>
    /// <remarks>
    /// Class c stands for the normal quantile at (c + 1/2) / 32, the whole stretched so that mean and variance are those
    /// of the standard normal law exactly (0 and 1). A cell's ln tau deviates by sigma times its class value. Thirty-two
    /// classes let a kernel look up a cell's threshold with one permutation of one vector register.
    /// </remarks>
    public static class CellClasses
    {
        /// <summary>Number of classes.</summary>
        public const int Count = 32;

        // Quantiles of the standard normal law at (16.5 .. 31.5) / 32, divided by 0.9803842, their root mean square.
        private static readonly double[] UpperHalf =
        {
            0.039959931068, 0.120126245631, 0.201042695326, 0.283246544184,
            0.367335466688, 0.454002134936, 0.544082309869, 0.638626168325,
            0.739010660458, 0.8471279613, 0.965725218126, 1.099074785809,
            1.254466101194, 1.446164801168, 1.709472371611, 2.196969993239,
        };

        /// <summary>Returns the standardised deviation of a class, increasing from class 0 to class 31.</summary>
        public static double Deviation(int cellClass)
        {
            return cellClass >= Count / 2
                ? UpperHalf[cellClass - (Count / 2)]
                : -UpperHalf[(Count / 2) - 1 - cellClass];
        }
    }
}
