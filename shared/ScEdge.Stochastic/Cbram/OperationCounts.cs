namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// What the stochastic hardware did: the counts from which energy, time and endurance follow.
    /// </summary>
    /// <remarks>
    /// Sums of 64 bits; at 10^12 events per second they last for three months, at the rates of this project for
    /// millennia. One object belongs to one thread; totals are added up with <see cref="Add"/>.
    /// </remarks>
    public sealed class OperationCounts
    {
        /// <summary>Stochastic numbers generated: one probability turned into one bit stream.</summary>
        public long Numbers;

        /// <summary>Stream bits generated.</summary>
        public long Bits;

        /// <summary>SET pulses applied, one per bit that a cell is asked for (none for the exact p = 0).</summary>
        public long SetPulses;

        /// <summary>SET pulses that switched their cell: the ones.</summary>
        public long SetEvents;

        /// <summary>RESET pulses, one for every cell that had switched.</summary>
        public long ResetPulses;

        /// <summary>Reads of a cell, one per SET pulse.</summary>
        public long Reads;

        /// <summary>Random words that the emulated entropy consumed; zero on physical cells.</summary>
        public long RandomWords;

        /// <summary>Register updates that met the end of the register and were clipped.</summary>
        public long Saturations;

        /// <summary>SET, READ, RESET rounds of a lane: one per number in group write, one per bit in serial write.</summary>
        public long LaneCycles;

        /// <summary>Stream bits that passed an AND gate.</summary>
        public long AndOperations;

        /// <summary>Stream bits that passed an XNOR gate.</summary>
        public long XnorOperations;

        /// <summary>Stream bits that passed a multiplexer: the divider's choice between a bit and its last output.</summary>
        public long MuxOperations;

        /// <summary>Ones that a counter added.</summary>
        public long CounterIncrements;

        /// <summary>Zeros that an up/down counter subtracted, in bipolar coding.</summary>
        public long CounterDecrements;

        /// <summary>Reads of a weight or auxiliary register.</summary>
        public long RegisterReads;

        /// <summary>Writes of a weight or auxiliary register.</summary>
        public long RegisterWrites;

        /// <summary>
        /// Gets or sets the multiplications of binary integers, by the circuits that streams are held against. No field, since it does not travel:
        /// boards make none.
        /// </summary>
        public long Multiplications { get; set; }

        /// <summary>Gets how many counts travel.</summary>
        public static int Count
        {
            get { return 16; }
        }

        /// <summary>Adds another object's counts to this one.</summary>
        public void Add(OperationCounts other)
        {
            Numbers += other.Numbers;
            Bits += other.Bits;
            SetPulses += other.SetPulses;
            SetEvents += other.SetEvents;
            ResetPulses += other.ResetPulses;
            Reads += other.Reads;
            RandomWords += other.RandomWords;
            Saturations += other.Saturations;
            LaneCycles += other.LaneCycles;
            AndOperations += other.AndOperations;
            XnorOperations += other.XnorOperations;
            MuxOperations += other.MuxOperations;
            CounterIncrements += other.CounterIncrements;
            CounterDecrements += other.CounterDecrements;
            RegisterReads += other.RegisterReads;
            RegisterWrites += other.RegisterWrites;
            Multiplications += other.Multiplications;
        }

        /// <summary>Writes the counts that travel in the order of their declaration, which is that of messages.</summary>
        /// <param name="values">Receives the sixteen counts.</param>
        public void CopyTo(long[] values)
        {
            values[0] = Numbers;
            values[1] = Bits;
            values[2] = SetPulses;
            values[3] = SetEvents;
            values[4] = ResetPulses;
            values[5] = Reads;
            values[6] = RandomWords;
            values[7] = Saturations;
            values[8] = LaneCycles;
            values[9] = AndOperations;
            values[10] = XnorOperations;
            values[11] = MuxOperations;
            values[12] = CounterIncrements;
            values[13] = CounterDecrements;
            values[14] = RegisterReads;
            values[15] = RegisterWrites;
        }

        /// <summary>Sets every count to zero.</summary>
        public void Clear()
        {
            Numbers = 0;
            Bits = 0;
            SetPulses = 0;
            SetEvents = 0;
            ResetPulses = 0;
            Reads = 0;
            RandomWords = 0;
            Saturations = 0;
            LaneCycles = 0;
            AndOperations = 0;
            XnorOperations = 0;
            MuxOperations = 0;
            CounterIncrements = 0;
            CounterDecrements = 0;
            RegisterReads = 0;
            RegisterWrites = 0;
            Multiplications = 0;
        }
    }
}
