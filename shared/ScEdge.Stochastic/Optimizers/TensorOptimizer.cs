using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The resident state of one tensor and the stochastic circuit that updates it.
    /// </summary>
    /// <remarks>
    /// <para>A step is: <see cref="BeginStep"/>; for every phase <see cref="BeginPhase"/>, <see cref="RunPhase"/> over
    /// ranges that together cover the tensor, <see cref="EndPhase"/>, and <see cref="CellBank.Age"/> by the phase's SET
    /// events. Phases exist because the scale of a phase needs the largest register of the whole tensor from the phase
    /// before.</para>
    /// <para>Ranges may run in any order and on any threads, each with counts of its own, unless the cells have memory
    /// (<see cref="CellBank.HasMemory"/>): then the whole tensor is one range.</para>
    /// <para>Where the registers of a tensor do not fit in memory, they are kept elsewhere and pass through an object of smaller length, tile
    /// by tile. A step is then: <see cref="BeginStep"/>; <see cref="PlanRescale"/>, and if it asks for a shift <see cref="ShiftTile"/> of
    /// every tile; for every phase <see cref="EndPhase"/> of all phases with the maxima known so far, <see cref="BeginPhase"/>, and for
    /// every tile <see cref="MoveTo"/> and <see cref="RunPhase"/>. The bits are the same.</para>
    /// <para>A register holds an integer; its value is the integer x 2^-FractionBits.</para>
    /// </remarks>
    public abstract class TensorOptimizer
    {
        private readonly uint tensor;
        private readonly short[][] registers;
        private readonly uint[] rateWords;

        // Largest magnitudes by TensorArray.
        private readonly uint[] maxima;
        private UpdatePath[] paths;
        private int firstLane;
        private bool isRescaled;

        /// <summary>Makes the registers of a tensor, all zero, and the streams of its phases.</summary>
        /// <param name="kind">Optimiser.</param>
        /// <param name="settings">Settings; not to be changed afterwards.</param>
        /// <param name="tensor">Index of the tensor; part of the identity of its streams.</param>
        /// <param name="length">Number of parameters.</param>
        /// <param name="weightFractionBits">Fraction bits of the weight registers.</param>
        /// <param name="bank">Cells that make the bits.</param>
        protected TensorOptimizer(
            OptimizerKind kind, OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
        {
            Description = OptimizerDescription.Of(kind);
            Settings = settings;
            this.tensor = tensor;
            Bank = bank;
            registers = new short[(int)TensorArray.FirstAuxiliary + Description.Auxiliaries.Length][];
            for (int i = (int)TensorArray.Weights; i < registers.Length; i++)
            {
                registers[i] = new short[length];
            }

            maxima = new uint[registers.Length];
            WeightFractionBits = weightFractionBits;
            WeightLimit = (1 << (settings.WeightBits - 1)) - 1;
            AuxiliaryLimit = (1 << (settings.MomentumBits - 1)) - 1;
            rateWords = settings.RateAsStream && Description.UsesRateStream ? new uint[(settings.WeightLength + 31) / 32] : null;
        }

        /// <summary>Gets what the optimiser is.</summary>
        public OptimizerDescription Description { get; }

        /// <summary>Gets the weight registers. The backing array.</summary>
        public short[] Weights
        {
            get { return registers[(int)TensorArray.Weights]; }
        }

        /// <summary>Gets the fraction bits of a weight register.</summary>
        public int WeightFractionBits { get; }

        /// <summary>Gets the largest magnitude of a weight register.</summary>
        public int WeightLimit { get; }

        /// <summary>Gets the largest magnitude of an auxiliary register.</summary>
        public int AuxiliaryLimit { get; }

        /// <summary>Gets how updates carry their sign.</summary>
        public UpdateEncoding Encoding
        {
            get { return Settings.Encoding; }
        }

        /// <summary>Gets whether the remainder of the learning rate has a stream of its own.</summary>
        public bool HasRateStream
        {
            get { return rateWords != null; }
        }

        /// <summary>Gets the cells of the tensor.</summary>
        public CellBank Bank { get; }

        /// <summary>Gets the number of phases of a step.</summary>
        public int PhaseCount
        {
            get { return Description.Phases.Length; }
        }

        /// <summary>Gets the auxiliary registers by index, null past the last one. The backing array.</summary>
        public short[] Auxiliary(int index)
        {
            return index < Description.Auxiliaries.Length ? registers[(int)TensorArray.FirstAuxiliary + index] : null;
        }

        /// <summary>Gets the registers of one kind; null for the gradients, which are the caller's. The backing array.</summary>
        public short[] Registers(TensorArray array)
        {
            return registers[(int)array];
        }

        /// <summary>Gets the largest magnitude of an array, as far as steps, phases and <see cref="Refresh"/> have told it.</summary>
        public uint MaximumOf(TensorArray array)
        {
            return maxima[(int)array];
        }

        /// <summary>Gets or sets the fraction bits of the auxiliary registers; <see cref="NoScale"/> before the first gradient.</summary>
        public int AuxiliaryFractionBits { get; set; } = NoScale;

        /// <summary>The value of <see cref="AuxiliaryFractionBits"/> before the first gradient other than zero.</summary>
        public const int NoScale = int.MinValue;

        /// <summary>Gets the index in the tensor of the first register that the object holds: 0, or that of the present tile.</summary>
        public int FirstParameter { get; private set; }

        /// <summary>Gets the settings.</summary>
        protected OptimizerSettings Settings { get; }

        /// <summary>Gets the index of the step.</summary>
        protected uint Step { get; private set; }

        /// <summary>Gets the learning rate of the step.</summary>
        protected LearningRate Rate { get; private set; }

        /// <summary>Gets the fraction bits of the step's gradients.</summary>
        protected int GradientFractionBits { get; private set; }

        /// <summary>Gets whether the step brings the first gradient other than zero, which gives the auxiliary registers their scale.</summary>
        public bool IsFirstGradient { get; private set; }

        /// <summary>Gets by how many digits an auxiliary register is finer than a gradient, after the first <see cref="BeginPhase"/>.</summary>
        public int GradientShift
        {
            get { return AuxiliaryFractionBitsOr(GradientFractionBits) - GradientFractionBits; }
        }

        /// <summary>Gets how a quotient phase draws in this step, after its <see cref="BeginPhase"/>.</summary>
        public QuotientUpdate Quotient { get; protected set; }

        /// <summary>Takes the scale of the gradients and the rate of a step, and draws what the whole tensor shares.</summary>
        /// <param name="step">Step index; with the seed it determines every random number of the step.</param>
        /// <param name="gradientMaximum">Largest magnitude among the tensor's integer gradients.</param>
        /// <param name="gradientFractionBits">Fraction bits of the gradients.</param>
        /// <param name="rate">Learning rate; a power of two unless the rate has a stream.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public void BeginStep(
            uint step, uint gradientMaximum, int gradientFractionBits, LearningRate rate, OperationCounts counts)
        {
            MakePaths();
            Bank.BeginStep(step);
            Step = step;
            maxima[(int)TensorArray.Gradients] = gradientMaximum;
            GradientFractionBits = gradientFractionBits;
            IsFirstGradient = AuxiliaryFractionBits == NoScale && gradientMaximum != 0;
            Rate = rate;
            FirstParameter = 0;
            isRescaled = false;
            firstLane = (int)(step * (uint)Settings.LaneRotation % (uint)Bank.Lanes);
            if (rateWords != null)
            {
                DrawRate(counts);
            }
        }

        /// <summary>Returns the most fraction bits that the gradients of the next step can use: finer ones would be lost in the register.</summary>
        /// <remarks>Where gradients are counts of coincidences, one of them should be worth at least a step of the register that it moves.</remarks>
        /// <param name="rate">Learning rate of the step.</param>
        public abstract int FinestGradient(LearningRate rate);

        /// <summary>Chooses the scales of a phase.</summary>
        public abstract void BeginPhase(int phase);

        /// <summary>Updates the registers of a range.</summary>
        /// <param name="phase">Phase, 0 first.</param>
        /// <param name="gradients">Integer gradients of the tensor.</param>
        /// <param name="start">First parameter.</param>
        /// <param name="end">End of the range, exclusive.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        /// <returns>The largest magnitude of the registers that the phase changes.</returns>
        public uint RunPhase(int phase, short[] gradients, int start, int end, OperationCounts counts)
        {
            switch (Description.Phases[phase].Work)
            {
                case PhaseWork.RegisterUpdate:
                    return RegisterCircuit.Run(this, UpdateOf(phase, gradients), start, end, counts);
                case PhaseWork.ScaleUpdate:
                    return ScaleCircuit.Run(this, UpdateOf(phase, gradients), start, end, counts);
                default:
                    return QuotientCircuit.Run(this, Quotient, start, end, counts);
            }
        }

        /// <summary>Describes a phase that changes registers by one stream of a quantity, after <see cref="BeginPhase"/>.</summary>
        /// <param name="phase">Phase, 0 first; its work is a <see cref="PhaseWork.RegisterUpdate"/> or <see cref="PhaseWork.ScaleUpdate"/>.</param>
        /// <param name="gradients">Integer gradients of the tensor.</param>
        public RegisterUpdate UpdateOf(int phase, short[] gradients)
        {
            PhaseDescription description = Description.Phases[phase];
            bool movesWeights = description.Target == TensorArray.Weights;
            bool byGradients = description.Quantity == TensorArray.Gradients;
            RegisterUpdate update;
            update.Registers = registers[(int)description.Target];
            update.Limit = movesWeights ? WeightLimit : AuxiliaryLimit;
            update.Quantities = byGradients ? gradients : registers[(int)description.Quantity];
            update.Path = paths[(int)description.Change];
            update.TakeAway = movesWeights;
            update.Decay = paths[(int)description.Decay];
            update.ReadsPerParameter = byGradients ? 1 : 2;
            return update;
        }

        /// <summary>Takes the largest magnitude over all ranges of the phase.</summary>
        public void EndPhase(int phase, uint maximum)
        {
            maxima[(int)Description.Phases[phase].Target] = maximum;
        }

        /// <summary>Gets the path of a stream, or null where the optimiser has none or draws it without one.</summary>
        public UpdatePath Path(StreamKind kind)
        {
            MakePaths();
            return (int)kind < paths.Length ? paths[(int)kind] : null;
        }

        /// <summary>Chooses the tile that the object holds, after <see cref="BeginPhase"/>.</summary>
        /// <param name="firstParameter">Index of its first parameter in the tensor.</param>
        public void MoveTo(int firstParameter)
        {
            FirstParameter = firstParameter;
            MakePaths();
            for (int i = 0; i < paths.Length; i++)
            {
                if (paths[i] != null)
                {
                    paths[i].MoveTo(firstParameter);
                }
            }
        }

        /// <summary>Decides, for a step in tiles, how the auxiliary registers must be shifted, and takes the new scale.</summary>
        /// <param name="maximum">Largest magnitude of all auxiliary registers of the tensor.</param>
        /// <returns>-1 to halve, 1 to double, 0 to leave them.</returns>
        public int PlanRescale(uint maximum)
        {
            if (AuxiliaryFractionBits == NoScale)
            {
                return 0;
            }

            int shift = RegisterScale.ShiftFor(maximum, AuxiliaryLimit);
            AuxiliaryFractionBits += shift;
            isRescaled = true;
            return shift;
        }

        /// <summary>Shifts the auxiliary registers of a tile, as a whole tensor's would have been.</summary>
        /// <param name="shift">What <see cref="PlanRescale"/> decided.</param>
        /// <param name="firstParameter">Index of the tile's first parameter in the tensor; a multiple of 32.</param>
        /// <param name="count">Parameters of the tile.</param>
        /// <param name="tensorLength">Parameters of the tensor.</param>
        public void ShiftTile(int shift, int firstParameter, int count, int tensorLength)
        {
            ulong key = CounterGenerator.Key(Settings.Seed, StreamNumber(StreamKind.Rounding), Step);
            uint counter = (uint)firstParameter / 32;
            for (int index = 0; Auxiliary(index) != null; index++)
            {
                if (shift > 0)
                {
                    RegisterScale.Double(Auxiliary(index), count);
                }
                else
                {
                    RegisterScale.Halve(Auxiliary(index), count, key, counter);
                }

                counter += (uint)(tensorLength + 31) / 32;
            }
        }

        /// <summary>Recomputes what is derived from the registers, after they were filled from outside.</summary>
        public void Refresh()
        {
            for (int i = (int)TensorArray.Weights; i < registers.Length; i++)
            {
                maxima[i] = RegisterScale.MaximumOf(registers[i]);
            }
        }

        /// <summary>Returns the lane that serves a parameter in this step: lanes are dealt out in turn.</summary>
        public int LaneOf(int index)
        {
            return (int)(((uint)index + (uint)FirstParameter + (uint)firstLane) % (uint)Bank.Lanes);
        }

        /// <summary>Returns the number by which the generator knows one of the tensor's streams.</summary>
        protected uint StreamNumber(StreamKind kind)
        {
            return UpdatePath.StreamNumber(tensor, kind);
        }

        /// <summary>Returns the factor rate x 2^bits, the remainder left out where it has a stream of its own.</summary>
        protected Coefficient RateCoefficient(int bits)
        {
            return Coefficient.PowerOfTwo(bits - Rate.Shift);
        }

        /// <summary>Prepares a stream for the step.</summary>
        /// <param name="kind">Stream of a phase.</param>
        /// <param name="quantity">What it draws: its largest magnitude gives the scale.</param>
        /// <param name="coefficient">Factor from a step of the quantity to one of the register that the stream changes.</param>
        protected void Begin(StreamKind kind, TensorArray quantity, Coefficient coefficient)
        {
            paths[(int)kind].Begin(Step, maxima[(int)quantity], coefficient, kind == StreamKind.Weight ? rateWords : null);
        }

        /// <summary>Prepares the stream of the gradients, or takes them as they are where they are counts.</summary>
        /// <param name="kind">Stream of a phase.</param>
        /// <param name="coefficient">Factor from a step of the gradients to one of the register that they change.</param>
        /// <param name="shift">The same as digits, where it is a power of two.</param>
        protected void BeginGradients(StreamKind kind, Coefficient coefficient, int shift)
        {
            if (Settings.CountedGradients && rateWords == null)
            {
                paths[(int)kind].BeginCounted(shift);
            }
            else
            {
                Begin(kind, TensorArray.Gradients, coefficient);
            }
        }

        /// <summary>Returns the fraction bits of the auxiliary registers in the next step; the most there are while they have none.</summary>
        protected int NextAuxiliaryFractionBits()
        {
            return AuxiliaryFractionBits == NoScale
                ? int.MaxValue
                : AuxiliaryFractionBits + RegisterScale.ShiftFor(LargestAuxiliary(), AuxiliaryLimit);
        }

        /// <summary>Prepares the weight's own decay for the step.</summary>
        protected void BeginWeightDecay()
        {
            if (Settings.WeightDecay != 0)
            {
                Coefficient share = Coefficient.FromFraction(Settings.WeightDecay).Times(Coefficient.FromFraction(Rate.Fraction));
                Begin(StreamKind.WeightDecay, TensorArray.Weights, share.Scaled(-Rate.Shift));
            }
        }

        /// <summary>Lets the scale of the auxiliary registers follow their largest magnitude, before a step uses them.</summary>
        /// <remarks>
        /// The first gradient other than zero sets the scale so that eight of its largest entries fit. From then on the
        /// registers are halved when the largest passes half of the range, and doubled when it falls below an eighth: narrow
        /// registers keep their resolution and rarely saturate. Halving rounds odd registers by a fair bit, so the mean stays.
        /// </remarks>
        protected void Rescale()
        {
            if (IsFirstGradient)
            {
                uint largest = maxima[(int)TensorArray.Gradients];
                AuxiliaryFractionBits = RegisterScale.FirstFractionBits(GradientFractionBits, Settings.MomentumBits, largest);
                return;
            }

            int shift = isRescaled || AuxiliaryFractionBits == NoScale ? 0 : RegisterScale.ShiftFor(LargestAuxiliary(), AuxiliaryLimit);
            if (shift != 0)
            {
                AuxiliaryFractionBits += shift;
                ShiftTile(shift, 0, Weights.Length, Weights.Length);
                Refresh();
            }
        }

        /// <summary>Returns the auxiliary registers' fraction bits, or <paramref name="other"/> while all are zero and unscaled.</summary>
        protected int AuxiliaryFractionBitsOr(int other)
        {
            return AuxiliaryFractionBits == NoScale ? other : AuxiliaryFractionBits;
        }

        private uint LargestAuxiliary()
        {
            uint largest = 0;
            for (int i = (int)TensorArray.FirstAuxiliary; i < maxima.Length; i++)
            {
                largest = maxima[i] > largest ? maxima[i] : largest;
            }

            return largest;
        }

        /// <summary>Makes the streams when they are first needed: registers that are only read do without them.</summary>
        private void MakePaths()
        {
            if (paths != null)
            {
                return;
            }

            // Gate and what follows it are drawn without a path.
            paths = new UpdatePath[(int)StreamKind.Gate];
            for (int i = 0; i < Description.Phases.Length; i++)
            {
                MakePaths(Description.Phases[i]);
            }
        }

        /// <summary>Makes the streams of a phase; a quotient draws its own without a path.</summary>
        private void MakePaths(PhaseDescription phase)
        {
            if (phase.Work != PhaseWork.QuotientUpdate)
            {
                int length = phase.Change == StreamKind.Weight ? Settings.WeightLength : Settings.GradientLength;
                paths[(int)phase.Change] = new UpdatePath(Settings, tensor, phase.Change, length, Bank);
            }

            if (phase.Decay != StreamKind.WeightDecay || Settings.WeightDecay != 0)
            {
                paths[(int)phase.Decay] = new UpdatePath(Settings, tensor, phase.Decay, Settings.DecayLength, Bank);
            }
        }

        private void DrawRate(OperationCounts counts)
        {
            // Bipolar coding carries the rate as p = (1 + rate) / 2, like everything that XNOR multiplies.
            uint probability = Settings.Encoding == UpdateEncoding.Bipolar
                ? (BernoulliWord.One + Rate.Fraction) / 2
                : Rate.Fraction;
            ulong key = CounterGenerator.Key(Settings.Seed, StreamNumber(StreamKind.Rate), Step);
            int ones = 0;
            for (int word = 0; word < rateWords.Length; word++)
            {
                int left = Settings.WeightLength - (word * 32);
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                uint counter = (uint)(word * BernoulliWord.CounterStride);
                rateWords[word] = Bank.DrawWord(
                    firstLane, word, probability, mask, (uint)key, (uint)(key >> 32), counter, counts);
                ones += Streams.PopulationCount.Of(rateWords[word]);
            }

            Bank.CountNumber(probability, Settings.WeightLength, ones, counts);
        }
    }
}
