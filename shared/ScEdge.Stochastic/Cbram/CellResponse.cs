using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// What a cell makes of a wanted probability: its own probability to switch, class by class.
    /// </summary>
    /// <remarks>
    /// <para>The drive is predistorted for the nominal cell: h = -ln(1 - p). A cell of class c sees the hazard
    /// h exp(s - sigma z_c), s being what all cells share (offset, wear, residual filament) and z_c the class deviation;
    /// the spread from pulse to pulse is averaged over the same 32 quantiles; a read disturb r adds its share:
    /// p' = 1 - (1 - r) mean_j exp(-h exp(s - sigma z_c - sigma_j z_j)).</para>
    /// <para>Where the drive of a lane droops by up to a, in units of V0, h with the drive's own shift becomes H, which solves
    /// dH/dh = exp(-a (1 - exp(-H))), H(0) = 0: the mean of many cells of nominal strength, of which 1 - exp(-H) conduct already. What is left
    /// of s and the strengths act on H.</para>
    /// <para>Where the cells have a <see cref="DriveLaw"/> that is V of ln h, with what the drive adds, its u, u + s - sigma(V) z_c - sigma_j z_j,
    /// and ln h' of that.</para>
    /// <para>The function is kept at 209 nodes and interpolated linearly between them. The nodes lie eight to the
    /// octave towards p = 0 and, mirrored, towards p = 1, where the function bends: small probabilities, which are most
    /// of an optimiser's, keep their relative precision (better than 0.2 % of p' or 2^-16, tested).</para>
    /// </remarks>
    public sealed class CellResponse
    {
        /// <summary>Number of nodes.</summary>
        public const int NodeCount = 209;

        private readonly ResponseSettings settings;
        private readonly int classes;
        private readonly ushort[] nodes;

        /// <summary>Computes the table.</summary>
        /// <param name="settings">What the cells are like.</param>
        public CellResponse(ResponseSettings settings)
        {
            this.settings = settings;
            classes = settings.DeviceToDevice + settings.LineDrop > 0.0 ? CellClasses.Count : 1;
            nodes = new ushort[NodeCount * classes];
            double[] factors = new double[settings.CycleToCycle > 0.0 ? CellClasses.Count : 1];
            double[] drooped = settings.SetDroop > 0.0 ? Drooped() : null;
            for (int cellClass = 0; cellClass < classes; cellClass++)
            {
                // The factors on the hazard are those of the class, whatever the node, unless there is a law.
                Factors(factors, cellClass, 1.0);
                for (int node = 1; node < NodeCount; node++)
                {
                    double hazard = drooped == null ? Hazard(NodeProbability(node)) : drooped[node];
                    if (settings.Law != null)
                    {
                        Factors(factors, cellClass, hazard);
                    }

                    nodes[(node * classes) + cellClass] = Switching(hazard, factors);
                }
            }
        }

        /// <summary>Gets the switching probabilities [node][class], 0..65535. The backing array.</summary>
        public ushort[] Nodes
        {
            get { return nodes; }
        }

        /// <summary>Returns whether the table is that of these settings.</summary>
        internal bool Is(ResponseSettings other)
        {
            return settings.Equal(other);
        }

        /// <summary>Returns the switching probability of a cell of a class on the scale 0..65535.</summary>
        /// <param name="probability">Wanted probability, 0..65536.</param>
        /// <param name="cellClass">Class of the cell; ignored where there is one class only.</param>
        public uint Probability(uint probability, int cellClass)
        {
            return Probability(Locate(probability), cellClass);
        }

        /// <summary>Returns the switching probability of a cell of a class at a place found before.</summary>
        public uint Probability(ResponsePlace place, int cellClass)
        {
            int column = classes == 1 ? 0 : cellClass;
            int value = nodes[(place.From * classes) + column];
            int rise = nodes[(place.To * classes) + column] - value;
            return (uint)(value + ((rise * place.Fraction) >> place.FractionBits));
        }

        /// <summary>
        /// Compares a random number with the probability of each cell of a row: the low, then the high half of successive
        /// counter words, <c>bit = R &lt; P</c>.
        /// </summary>
        /// <param name="place">Where the wanted probability lies.</param>
        /// <param name="cellClasses">Classes of the cells; with spare ones behind the last.</param>
        /// <param name="firstCell">Cell of bit 0.</param>
        /// <param name="mask">The bits in use, from bit 0 on without a gap.</param>
        /// <param name="keyLow">Low half of the stream's key.</param>
        /// <param name="keyHigh">High half of the stream's key.</param>
        /// <param name="counter">First counter of the word.</param>
        /// <param name="counts">Receives the random words consumed.</param>
        internal uint Compare(
            ResponsePlace place,
            byte[] cellClasses,
            int firstCell,
            uint mask,
            uint keyLow,
            uint keyHigh,
            uint counter,
            OperationCounts counts)
        {
            ushort[] values = nodes;
            int from = place.From * classes;
            int to = place.To * classes;
            int fraction = place.Fraction;
            int fractionBits = place.FractionBits;
            uint first = counter;
            uint bits = 0;
            int cell = firstCell;
            int shift = 0;
            for (uint used = mask; used != 0; used >>= 2)
            {
                uint random = CounterGenerator.Word(keyLow, keyHigh, counter);
                counter++;

                // The difference of a smaller and a larger number has its top bit set: no branch on a random bit.
                int column = cellClasses[cell];
                int value = values[from + column];
                int own = value + (((values[to + column] - value) * fraction) >> fractionBits);
                bits |= (((random & 0xFFFF) - (uint)own) >> 31) << shift;
                column = cellClasses[cell + 1];
                value = values[from + column];
                own = value + (((values[to + column] - value) * fraction) >> fractionBits);
                bits |= (((random >> 16) - (uint)own) >> 31) << (shift + 1);
                cell += 2;
                shift += 2;
            }

            counts.RandomWords += counter - first;
            return bits & mask;
        }

        /// <summary>Finds the nodes about a wanted probability; they are the same for all classes and all tables.</summary>
        /// <param name="probability">Wanted probability, 0..65536.</param>
        public static ResponsePlace Locate(uint probability)
        {
            bool mirrored = probability > BernoulliWord.One / 2;
            uint distance = mirrored ? BernoulliWord.One - probability : probability;
            int node = (int)distance;
            int fractionBits = 0;
            if (distance >= 8)
            {
                // Eight nodes to the octave: the three digits after the leading one count them.
                while ((distance >> fractionBits) >= 16)
                {
                    fractionBits++;
                }

                node = (fractionBits * 8) + (int)(distance >> fractionBits);
            }

            ResponsePlace place;
            place.FractionBits = fractionBits;
            place.Fraction = (int)(distance & ((1u << fractionBits) - 1));
            place.From = mirrored ? NodeCount - 1 - node : node;
            place.To = place.Fraction == 0 ? place.From : mirrored ? place.From - 1 : place.From + 1;
            return place;
        }

        private static uint NodeProbability(int node)
        {
            if (node > NodeCount / 2)
            {
                return BernoulliWord.One - NodeProbability(NodeCount - 1 - node);
            }

            int octave = node < 16 ? 0 : (node >> 3) - 1;
            return (uint)(node - (octave * 8)) << octave;
        }

        /// <summary>Fills in what multiplies the hazard of a wanted probability in cells of a class, pulse by pulse.</summary>
        private void Factors(double[] factors, int cellClass, double hazard)
        {
            DriveLaw law = settings.Law;
            double shift = settings.LnHazardShift;
            double spread = settings.DeviceToDevice;
            double drop = settings.LineDrop * cellClass / (CellClasses.Count - 1);
            double reach = 0.0;
            double lnHazard = 0.0;
            if (law != null)
            {
                lnHazard = Elementary.Log(hazard);
                double volts = law.Volts(lnHazard) + settings.DriveShift - drop;
                reach = law.Reach.At(volts);
                spread = law.Spread.At(volts);
            }

            if (classes > 1)
            {
                shift -= law == null ? drop : 0.0;
                shift -= spread * CellClasses.Deviation(cellClass);
            }

            for (int j = 0; j < factors.Length; j++)
            {
                double own = shift - (settings.CycleToCycle * CellClasses.Deviation(j));
                factors[j] = Elementary.Exp(law == null ? own : law.Waits.At(reach + own) - lnHazard);
            }
        }

        private static double Hazard(uint probability)
        {
            // Certainty has no finite drive; full scale stands half a step below it.
            double complement = probability == BernoulliWord.One
                ? 0.5 / BernoulliWord.One
                : (double)(int)(BernoulliWord.One - probability) / BernoulliWord.One;
            return -Elementary.Log(complement);
        }

        /// <summary>Returns the hazards of the nodes less what the droop takes: the same for all classes, so computed once.</summary>
        private double[] Drooped()
        {
            double[] drooped = new double[NodeCount];

            // The shift of the drive comes before the droop; the factors have it, too.
            double lift = Elementary.Exp(settings.DriveShift);
            double before = 0.0;
            double collected = 0.0;
            for (int node = 1; node < NodeCount; node++)
            {
                double hazard = Hazard(NodeProbability(node));
                collected = Collect(collected, (hazard - before) * lift);
                drooped[node] = collected / lift;
                before = hazard;
            }

            return drooped;
        }

        /// <summary>Follows dH/dh = exp(-a (1 - exp(-H))) over a step of h, by Runge and Kutta's fourth order.</summary>
        private double Collect(double hazard, double step)
        {
            double half = step / 2.0;
            double first = half * ShareOfDrive(hazard);
            double second = half * ShareOfDrive(hazard + first);
            double third = step * ShareOfDrive(hazard + second);
            return hazard + ((first + second + second + third + (half * ShareOfDrive(hazard + third))) / 3.0);
        }

        /// <summary>Factor on the hazard of the moment where so much has been collected: cells that conduct take their share of the drive.</summary>
        private double ShareOfDrive(double hazard)
        {
            return Elementary.Exp(settings.SetDroop * Elementary.ExpMinusOne(-hazard));
        }

        private ushort Switching(double hazard, double[] factors)
        {
            double unswitched = 0.0;
            for (int j = 0; j < factors.Length; j++)
            {
                unswitched += Elementary.Exp(-hazard * factors[j]);
            }

            unswitched /= factors.Length;
            double read = 1.0 - (unswitched * (1.0 - settings.ReadDisturb)) - ((1.0 - unswitched) * settings.ReadMiss);
            double scaled = read * BernoulliWord.One;
            int rounded = (int)(scaled + 0.5);
            return (ushort)(rounded > 65535 ? 65535 : rounded);
        }
    }
}
