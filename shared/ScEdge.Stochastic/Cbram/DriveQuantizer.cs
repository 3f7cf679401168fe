namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// The steps of the converter that drives the cells: from the wanted probability to the nearest that it can set.
    /// </summary>
    /// <remarks>
    /// The predistorted voltage is affine in ln h, h = -ln(1 - p), so equal steps of voltage are equal steps of ln h.
    /// Full scale runs from p = 2^-16 to p = 1 - 2^-16. A wanted zero is exact: no pulse is given. Where there is a
    /// <see cref="DriveLaw"/>, steps are equal in its volts.
    /// </remarks>
    public sealed class DriveQuantizer
    {
        private readonly ushort[] levels;
        private readonly ushort[] boundaries;

        /// <summary>Builds the steps of a converter.</summary>
        /// <param name="bits">Resolution of the converter, 1..16.</param>
        /// <param name="law">Gives the voltage for a probability where it is not affine in ln h; else null.</param>
        public DriveQuantizer(int bits, DriveLaw law)
        {
            int count = 1 << bits;
            double lowest = Elementary.Log(-Elementary.LogOnePlus(-1.0 / BernoulliWord.One));
            double highest = Elementary.Log(-Elementary.Log(1.0 / BernoulliWord.One));
            if (law != null)
            {
                lowest = law.Volts(lowest);
                highest = law.Volts(highest);
            }

            double step = (highest - lowest) / (count - 1);
            levels = new ushort[count];
            boundaries = new ushort[count - 1];
            for (int i = 0; i < count; i++)
            {
                levels[i] = ProbabilityAt(lowest + (i * step), law);
                if (i > 0)
                {
                    boundaries[i - 1] = ProbabilityAt(lowest + ((i - 0.5) * step), law);
                }
            }
        }

        /// <summary>Returns the probability that the converter sets, both on the scale 0..65536.</summary>
        public uint Quantize(uint probability)
        {
            if (probability == 0)
            {
                return 0;
            }

            // Binary search for the number of boundaries at or below the wanted value.
            int low = 0;
            int high = boundaries.Length;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (boundaries[middle] <= probability)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return levels[low];
        }

        private static ushort ProbabilityAt(double drive, DriveLaw law)
        {
            double lnHazard = law == null ? drive : law.LnHazardOfDrive(drive);
            double p = -Elementary.ExpMinusOne(-Elementary.Exp(lnHazard));
            int scaled = (int)((p * BernoulliWord.One) + 0.5);
            return (ushort)(scaled > 65535 ? 65535 : scaled);
        }
    }
}
