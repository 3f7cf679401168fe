using ScEdge.Stochastic.Serialization;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// A rising or level line through a few points, straight between them and, with the slope of the nearest pair, beyond.
    /// </summary>
    /// <remarks>
    /// Points are whole numbers of 2^-20, so a PC and a board hold the same ones, and what lies between them comes from IEEE operations that
    /// both round alike. A line without points is y = x.
    /// </remarks>
    public sealed class BrokenLine
    {
        /// <summary>The most points of a line.</summary>
        public const int MostPoints = 32;

        /// <summary>Units in one: 2^20.</summary>
        public const double UnitsPerOne = 1048576.0;

        private int[] from;
        private int[] to;

        /// <summary>Makes a line.</summary>
        /// <param name="from">Abscissas, rising, in units of 2^-20; two or more, or none. Kept, not copied.</param>
        /// <param name="to">Ordinates, as many. Kept, not copied.</param>
        public BrokenLine(int[] from, int[] to)
        {
            this.from = from;
            this.to = to;
        }

        /// <summary>Makes the line y = x.</summary>
        public BrokenLine()
        {
        }

        /// <summary>Gets the number of points.</summary>
        public int Count
        {
            get { return from == null ? 0 : from.Length; }
        }

        /// <summary>Returns whether there are as many points as may be, and they rise: strictly, or in their ordinates not at all less.</summary>
        /// <param name="strictly">Whether ordinates must rise too.</param>
        public bool IsUsable(bool strictly)
        {
            for (int i = 1; i < Count; i++)
            {
                if (from[i] <= from[i - 1] || (strictly && to[i] <= to[i - 1]))
                {
                    return false;
                }
            }

            return Count != 1 && Count <= MostPoints;
        }

        /// <summary>Returns the ordinate at an abscissa.</summary>
        public double At(double x)
        {
            return Between(from, to, x);
        }

        /// <summary>Returns the abscissa of an ordinate, where the line rises strictly.</summary>
        public double Inverse(double y)
        {
            return Between(to, from, y);
        }

        /// <summary>Passes over the points.</summary>
        public void Visit(SettingsBytes bytes)
        {
            int count = bytes.Byte(Count);
            if (count != Count)
            {
                // A reader. A single point makes a line that cannot be used, as too many do.
                count = count > MostPoints ? 1 : count;
                from = count == 0 ? null : new int[count];
                to = count == 0 ? null : new int[count];
            }

            for (int i = 0; i < count; i++)
            {
                from[i] = bytes.Int32(from[i]);
                to[i] = bytes.Int32(to[i]);
            }
        }

        private static double Between(int[] x, int[] y, double at)
        {
            if (x == null)
            {
                return at;
            }

            double scaled = at * UnitsPerOne;
            int i = 0;
            while (i < x.Length - 2 && scaled > (double)x[i + 1])
            {
                i++;
            }

            double share = (scaled - x[i]) / ((double)x[i + 1] - x[i]);
            return (y[i] + (share * ((double)y[i + 1] - y[i]))) / UnitsPerOne;
        }
    }
}
