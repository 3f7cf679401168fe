namespace ScEdge.Stochastic.Metrics
{
    /// <summary>
    /// Square root by Newton's iteration, from operations that every machine rounds alike.
    /// </summary>
    /// <remarks>The chip's own square root is of single precision; this one errs by some 1e-16 of the root.</remarks>
    public static class NewtonSquareRoot
    {
        /// <summary>Returns the square root of a number of 0 or more; 0 for a negative one.</summary>
        /// <param name="value">Number, zero or 1e-200..1e200.</param>
        public static double Of(double value)
        {
            if (value <= 0.0)
            {
                return 0.0;
            }

            // Start at or above the root: from there the iteration falls until rounding stops it.
            double root = 1.0;
            while (root * root < value)
            {
                root *= 2.0;
            }

            while (root * root > value * 4.0)
            {
                root *= 0.5;
            }

            double next = 0.5 * (root + (value / root));
            while (next < root)
            {
                root = next;
                next = 0.5 * (root + (value / root));
            }

            return root;
        }
    }
}
