namespace ScEdge.Stochastic.Metrics
{
    /// <summary>
    /// Bias, spread and root mean square of errors, accumulated one estimate at a time.
    /// </summary>
    /// <remarks>
    /// Bias and noise are kept apart because a longer stream lowers only the second. Sums follow B. Welford, "Note on a
    /// Method for Calculating Corrected Sums of Squares and Products", Technometrics 4, 1962. All numbers are zero before
    /// the first error.
    /// </remarks>
    public sealed class ErrorStatistics
    {
        private double mean;
        private double squaredDeviations;

        /// <summary>Gets the number of errors, n.</summary>
        public long Count { get; private set; }

        /// <summary>Gets the largest magnitude of an error.</summary>
        public double LargestMagnitude { get; private set; }

        /// <summary>Gets the mean error.</summary>
        public double Bias
        {
            get { return mean; }
        }

        /// <summary>Gets the sample standard deviation of the errors (divisor n - 1); zero for fewer than two.</summary>
        public double StandardDeviation
        {
            get { return Count < 2 ? 0.0 : NewtonSquareRoot.Of(squaredDeviations / (Count - 1)); }
        }

        /// <summary>Gets the standard error of the bias: standard deviation / sqrt n.</summary>
        public double StandardError
        {
            get { return Count < 2 ? 0.0 : NewtonSquareRoot.Of(squaredDeviations / (Count - 1) / Count); }
        }

        /// <summary>Gets the root mean square error: sqrt(bias^2 + spread).</summary>
        public double RootMeanSquare
        {
            get { return Count == 0 ? 0.0 : NewtonSquareRoot.Of((squaredDeviations / Count) + (mean * mean)); }
        }

        /// <summary>Adds the error of an estimate.</summary>
        /// <param name="estimate">What was computed.</param>
        /// <param name="truth">What it should have been.</param>
        public void Add(double estimate, double truth)
        {
            double error = estimate - truth;
            Count++;
            double before = error - mean;
            mean += before / Count;
            squaredDeviations += before * (error - mean);
            double magnitude = error < 0.0 ? -error : error;
            if (magnitude > LargestMagnitude)
            {
                LargestMagnitude = magnitude;
            }
        }

        /// <summary>Forgets all errors.</summary>
        public void Clear()
        {
            Count = 0;
            mean = 0.0;
            squaredDeviations = 0.0;
            LargestMagnitude = 0.0;
        }
    }
}
