using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Lanes of CBRAM cells as the stochastic number generator: a probability in, a stream of bits out.
    /// </summary>
    /// <remarks>
    /// <para>A number is made by SET, READ, RESET: one SET pulse on each of N cells of a lane (group write) or N pulses
    /// on one cell (serial write), N reads, and a RESET for every cell that had switched.</para>
    /// <para>The bits are defined here; everything faster repeats them. Cells that are all alike use
    /// <see cref="BernoulliWord"/>. Cells of different strength or with memory each compare a 16-bit random number, the
    /// low and then the high half of successive counter words, with the probability of their own, <c>bit = R &lt; P</c>.
    /// Stuck cells override either. Bit t of a stream is bit t mod 32 of word t / 32 and comes from cell t of the lane.
    /// </para>
    /// <para>Banks of the same settings and age respond alike: a bank that knows others made before it shares their tables, which are by far the
    /// largest part of a small one.</para>
    /// </remarks>
    public sealed class CellBank
    {
        private const uint ClassStream = 0xFFFF0001;

        private readonly CellBankSettings settings;
        private readonly DriveQuantizer quantizer;
        private readonly byte[] cellClass;
        private readonly StuckCells stuckCells;
        private readonly uint[] previous;
        private readonly CellBank neighbour;
        private CellResponse response;
        private CellResponse residualResponse;
        private long cycles;
        private int wearStep;
        private uint driftPeriod;

        /// <summary>Makes the cells of a bank.</summary>
        /// <param name="settings">What the cells are; not to be changed afterwards.</param>
        /// <param name="bank">Index of the bank: banks of one seed hold different cells.</param>
        public CellBank(CellBankSettings settings, uint bank)
            : this(settings, settings.Lanes, bank, null)
        {
        }

        /// <summary>Makes the cells of a bank beside others.</summary>
        /// <param name="settings">What the cells are; not to be changed afterwards.</param>
        /// <param name="lanes">Lanes of this bank, 1 or more.</param>
        /// <param name="bank">Index of the bank: banks of one seed hold different cells.</param>
        /// <param name="neighbour">Bank made before, or null; its tables and those of its neighbours are shared where they are equal.</param>
        public CellBank(CellBankSettings settings, int lanes, uint bank, CellBank neighbour)
        {
            this.settings = settings;
            Lanes = lanes;
            this.neighbour = neighbour;
            quantizer = settings.DriveBits > 0 ? new DriveQuantizer(settings.DriveBits, settings.Law) : null;
            if (settings.HasClasses())
            {
                cellClass = DrawClasses(bank);
            }

            if (settings.StuckSet + settings.StuckReset > 0.0)
            {
                stuckCells = new StuckCells(settings, lanes, bank);
            }

            if (settings.ResidualFilament != 0.0)
            {
                previous = new uint[lanes * WordsPerLane];
            }

            BuildResponse();
        }

        /// <summary>Lanes of the bank.</summary>
        public int Lanes { get; }

        /// <summary>Whether a cell's bits depend on its earlier ones, so that lanes must be used in order.</summary>
        public bool HasMemory
        {
            get { return previous != null; }
        }

        /// <summary>SET/RESET cycles of all cells together since the bank was made or restored.</summary>
        public long Cycles
        {
            get { return cycles; }
        }

        /// <summary>
        /// Last bit of every cell, packed by lane as a stream is; null for cells without memory. The backing array.
        /// </summary>
        public uint[] Memory
        {
            get { return previous; }
        }

        /// <summary>Cells of a lane.</summary>
        public int CellsPerLane
        {
            get { return settings.CellsPerLane; }
        }

        /// <summary>Whether one cell of the lane takes all pulses of a number in turn.</summary>
        public bool SerialWrite
        {
            get { return settings.SerialWrite; }
        }

        /// <summary>Class of every cell, lane by lane, with 31 spare ones at the end; null where all are alike. The backing array.</summary>
        public byte[] Classes
        {
            get { return cellClass; }
        }

        /// <summary>What the cells make of a probability at their present age; null where they follow it exactly.</summary>
        public CellResponse Response
        {
            get { return response; }
        }

        /// <summary>The same for cells whose last pulse has switched them; null for cells without memory.</summary>
        public CellResponse ResidualResponse
        {
            get { return residualResponse; }
        }

        /// <summary>The converter that drives the cells; null for one without steps.</summary>
        public DriveQuantizer Quantizer
        {
            get { return quantizer; }
        }

        /// <summary>The cells that no longer switch; null where all do.</summary>
        public StuckCells Stuck
        {
            get { return stuckCells; }
        }

        /// <summary>
        /// Share of the rated life that the cells have used, on average; 10^-6; -1 without a rated life. Exact for up to 10^12 cycles.
        /// </summary>
        public long LifeUsed
        {
            get
            {
                return settings.EnduranceCycles <= 0 ? -1 : cycles * 1000000 / UsedCells / settings.EnduranceCycles;
            }
        }

        private long UsedCells
        {
            get { return (long)Lanes * (settings.SerialWrite ? 1 : settings.CellsPerLane); }
        }

        // Computed: on the chip every field of every bank takes 12 bytes.
        private int WordsPerLane
        {
            get { return (settings.CellsPerLane + 31) / 32; }
        }

        /// <summary>Adds the cycles of a step and lets the cells age by them; called between steps.</summary>
        public void Age(long switchingEvents)
        {
            Restore(cycles + switchingEvents);
        }

        /// <summary>Sets the age of the cells, in cycles of all cells together.</summary>
        public void Restore(long totalCycles)
        {
            cycles = totalCycles;
            if (settings.Wear <= 0.0 || settings.EnduranceCycles <= 0)
            {
                return;
            }

            // 256 steps over the rated life keep the loss of drive smooth and the table rarely rebuilt.
            int step = (int)(cycles * 256 / UsedCells / settings.EnduranceCycles);
            if (step != wearStep)
            {
                wearStep = step;
                BuildResponse();
            }
        }

        /// <summary>Lets the drive drift to where it is in a step; called before its first number. A new bank is in step 0.</summary>
        /// <param name="step">Step index from the start of a training, of passes its batch, of a reading the batch's serial number.</param>
        public void BeginStep(uint step)
        {
            uint period = step >> DriftProcess.FirstOctave;
            if (settings.DriveDrift > 0.0 && period != driftPeriod)
            {
                driftPeriod = period;
                BuildResponse();
            }
        }

        /// <summary>Generates one number and counts its ones.</summary>
        /// <param name="lane">Lane that makes the number.</param>
        /// <param name="probability">Wanted probability, 0..65536.</param>
        /// <param name="length">Stream length in bits.</param>
        /// <param name="keyLow">Low half of the stream's key.</param>
        /// <param name="keyHigh">High half of the stream's key.</param>
        /// <param name="counter">First counter of the number; it owns 16 counters per started 32 bits.</param>
        /// <param name="counts">Receives what the cells did.</param>
        public int CountOnes(
            int lane, uint probability, int length, uint keyLow, uint keyHigh, uint counter, OperationCounts counts)
        {
            int ones = 0;
            int word = 0;
            for (int left = probability == 0 ? 0 : length; left > 0; left -= 32)
            {
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                ones += PopulationCount.Of(DrawWord(lane, word, probability, mask, keyLow, keyHigh, counter, counts));
                counter += BernoulliWord.CounterStride;
                word++;
            }

            CountNumber(probability, length, ones, counts);
            return ones;
        }

        /// <summary>Counts what making one number does to the cells.</summary>
        /// <param name="probability">Probability that was wanted; zero takes no pulse.</param>
        /// <param name="length">Stream length in bits.</param>
        /// <param name="ones">Cells that read as set, each of which is then RESET.</param>
        /// <param name="counts">Receives the counts.</param>
        public void CountNumber(uint probability, int length, int ones, OperationCounts counts)
        {
            counts.Numbers++;
            counts.Bits += length;
            counts.LaneCycles += settings.SerialWrite ? length : 1;
            if (probability == 0)
            {
                return;
            }

            counts.SetPulses += length;
            counts.Reads += length;
            counts.SetEvents += ones;
            counts.ResetPulses += ones;
        }

        /// <summary>Generates one word of a number's stream; counts the random words only.</summary>
        /// <param name="lane">Lane that makes the number.</param>
        /// <param name="word">Index of the word in the stream.</param>
        /// <param name="probability">Wanted probability, 0..65536; 0 gives no pulse and zeros.</param>
        /// <param name="mask">The bits in use.</param>
        /// <param name="keyLow">Low half of the stream's key.</param>
        /// <param name="keyHigh">High half of the stream's key.</param>
        /// <param name="counter">First counter of the word.</param>
        /// <param name="counts">Receives the random words consumed.</param>
        public uint DrawWord(
            int lane, int word, uint probability, uint mask, uint keyLow, uint keyHigh, uint counter, OperationCounts counts)
        {
            if (probability == 0)
            {
                return 0;
            }

            if (quantizer != null)
            {
                probability = quantizer.Quantize(probability);
            }

            uint bits;
            if (previous != null || (cellClass != null && settings.SerialWrite))
            {
                bits = DrawInTurn(lane, word, probability, mask, keyLow, keyHigh, counter, counts);
            }
            else if (cellClass != null)
            {
                int cell = (lane * settings.CellsPerLane) + (word * 32);
                bits = response.Compare(
                    CellResponse.Locate(probability), cellClass, cell, mask, keyLow, keyHigh, counter, counts);
            }
            else
            {
                if (response != null)
                {
                    probability = response.Probability(probability, 0);
                }

                bits = BernoulliWord.Draw(probability, mask, keyLow, keyHigh, counter, counts);
            }

            return stuckCells == null ? bits : stuckCells.Override(lane, word, bits) & mask;
        }

        /// <summary>
        /// Generates one word of two nested streams: one pulse per bit, read at two times; what had switched by the
        /// first read has switched by the second.
        /// </summary>
        /// <param name="lane">Lane that makes the number.</param>
        /// <param name="word">Index of the word in the stream.</param>
        /// <param name="outerProbability">Probability of the second read.</param>
        /// <param name="innerProbability">Probability of the first read, at most the other.</param>
        /// <param name="mask">The bits in use.</param>
        /// <param name="keyLow">Low half of the stream's key.</param>
        /// <param name="keyHigh">High half of the stream's key.</param>
        /// <param name="counter">First counter of the word.</param>
        /// <param name="counts">Receives the random words consumed.</param>
        /// <param name="inner">The bits of the first read.</param>
        /// <returns>The bits of the second read.</returns>
        public uint DrawNestedWord(
            int lane,
            int word,
            uint outerProbability,
            uint innerProbability,
            uint mask,
            uint keyLow,
            uint keyHigh,
            uint counter,
            OperationCounts counts,
            out uint inner)
        {
            // The random numbers of both reads are those of one pulse, and so is what the cell remembers.
            int laneWord = PlaceOfMemory(lane, word);
            uint memory = previous == null ? 0 : previous[laneWord];
            long before = counts.RandomWords;
            inner = DrawWord(lane, word, innerProbability, mask, keyLow, keyHigh, counter, counts);
            long afterInner = counts.RandomWords;
            if (previous != null)
            {
                previous[laneWord] = memory;
            }

            counts.RandomWords = before;
            uint outer = DrawWord(lane, word, outerProbability, mask, keyLow, keyHigh, counter, counts);
            if (counts.RandomWords < afterInner)
            {
                counts.RandomWords = afterInner;
            }

            return outer;
        }

        private int PlaceOfMemory(int lane, int word)
        {
            return (lane * WordsPerLane) + (settings.SerialWrite ? 0 : word);
        }

        /// <summary>Draws bit by bit, where a bit depends on the one before or all come from one cell.</summary>
        private uint DrawInTurn(
            int lane, int word, uint probability, uint mask, uint keyLow, uint keyHigh, uint counter, OperationCounts counts)
        {
            int laneWord = PlaceOfMemory(lane, word);
            uint last = previous == null ? 0 : previous[laneWord];
            int cell = (lane * settings.CellsPerLane) + (settings.SerialWrite ? 0 : word * 32);
            ResponsePlace place = CellResponse.Locate(probability);
            uint first = counter;
            uint random = 0;
            uint bits = 0;
            uint used = mask;
            for (int j = 0; used != 0; j++, used >>= 1)
            {
                if ((j & 1) == 0)
                {
                    random = CounterGenerator.Word(keyLow, keyHigh, counter);
                    counter++;
                }
                else
                {
                    random >>= 16;
                }

                bool residual = previous != null && ((last >> (settings.SerialWrite ? 0 : j)) & 1) != 0;
                CellResponse table = residual ? residualResponse : response;
                int strength = cellClass == null ? 0 : cellClass[settings.SerialWrite ? cell : cell + j];
                if ((random & 0xFFFF) < table.Probability(place, strength))
                {
                    bits |= 1u << j;
                }

                if (settings.SerialWrite)
                {
                    last = (bits >> j) & 1;
                }
            }

            counts.RandomWords += counter - first;
            if (previous != null)
            {
                previous[laneWord] = settings.SerialWrite ? last : (last & ~mask) | bits;
            }

            return bits;
        }

        private void BuildResponse()
        {
            double shift = settings.DriveOffset - (settings.Wear * wearStep / 256.0);
            if (settings.DriveDrift > 0.0)
            {
                shift += settings.DriveDrift * DriftProcess.At(settings.DriveDriftSeed, driftPeriod);
            }

            bool nominal = shift == 0.0 && settings.CycleToCycle + settings.ReadDisturb + settings.ReadMiss + settings.SetDroop <= 0.0
                && (settings.Law == null || settings.Law.IsMatched);
            if (nominal && cellClass == null && previous == null)
            {
                response = null;
                return;
            }

            response = ResponseAt(shift, 0.0);
            if (previous != null)
            {
                residualResponse = ResponseAt(shift, settings.ResidualFilament);
            }
        }

        /// <summary>Finds the table among those of the neighbours, or computes it.</summary>
        private CellResponse ResponseAt(double drive, double residual)
        {
            ResponseSettings wanted;
            wanted.DeviceToDevice = settings.DeviceToDevice;
            wanted.CycleToCycle = settings.CycleToCycle;
            wanted.LnHazardShift = settings.Law == null ? drive + residual : residual;
            wanted.ReadDisturb = settings.ReadDisturb;
            wanted.ReadMiss = settings.ReadMiss;
            wanted.LineDrop = settings.LineDrop;
            wanted.Law = settings.Law;
            wanted.DriveShift = drive;
            wanted.SetDroop = settings.SetDroop;
            for (CellBank other = neighbour; other != null; other = other.neighbour)
            {
                if (other.response != null && other.response.Is(wanted))
                {
                    return other.response;
                }

                if (other.residualResponse != null && other.residualResponse.Is(wanted))
                {
                    return other.residualResponse;
                }
            }

            return new CellResponse(wanted);
        }

        private byte[] DrawClasses(uint bank)
        {
            ulong key = CounterGenerator.Key(settings.DeviceToDeviceSeed, ClassStream, bank);
            int cells = Lanes * settings.CellsPerLane;

            // Comparisons go two by two or, on vectors, up to 32 at once: rows may reach beyond the last cell.
            byte[] classes = new byte[cells + 31];
            for (int i = 0; i < cells; i++)
            {
                classes[i] = settings.DeviceToDevice > 0.0
                    ? (byte)(CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i) & (CellClasses.Count - 1))
                    : PlaceOnLine(i % settings.CellsPerLane);
            }

            return classes;
        }

        /// <summary>Returns the class whose place on the line is the nearest: 0 for the first cell, 31 for the last.</summary>
        private byte PlaceOnLine(int cell)
        {
            int last = settings.CellsPerLane - 1;
            return (byte)(last == 0 ? 0 : ((cell * 2 * (CellClasses.Count - 1)) + last) / (2 * last));
        }
    }
}
