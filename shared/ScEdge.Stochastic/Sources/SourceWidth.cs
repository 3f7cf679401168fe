using System;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// The range of widths and the mask of a width.
    /// </summary>
    internal static class SourceWidth
    {
        /// <summary>Requires a width of <paramref name="smallest"/>..32.</summary>
        internal static int Require(int width, int smallest)
        {
            if (width < smallest || width > 32)
            {
                throw new ArgumentException(
                    "A width of " + width.ToString() + " bits is outside " + smallest.ToString() + "..32.");
            }

            return width;
        }

        /// <summary>Returns the largest number of a width, 2^width - 1.</summary>
        internal static uint Mask(int width)
        {
            return 0xFFFFFFFFu >> (32 - width);
        }
    }
}
