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
        private readonly uint[] rateWords;
        private readonly UpdatePath decayPath;
        private int firstLane;
        private bool isRescaled;

        /// <summary>Makes the registers of a tensor, all zero.</summary>
        /// <param name="settings">Settings; not to be changed afterwards.</param>
        /// <param name="tensor">Index of the tensor; part of the identity of its streams.</param>
        /// <param name="length">Number of parameters.</param>
        /// <param name="weightFractionBits">Fraction bits of the weight registers.</param>
        /// <param name="bank">Cells that make the bits.</param>
        protected TensorOptimizer(
            OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
        {
            Settings = settings;
            this.tensor = tensor;
            Bank = bank;
            Weights = new short[length];
            WeightFractionBits = weightFractionBits;
            WeightLimit = (1 << (settings.WeightBits - 1)) - 1;
            AuxiliaryLimit = (1 << (settings.MomentumBits - 1)) - 1;
            rateWords = settings.RateAsStream ? new uint[(settings.WeightLength + 31) / 32] : null;
            decayPath = NewPath(StreamKind.WeightDecay, settings.DecayLength);
        }

        /// <summary>Gets the weight registers. The backing array.</summary>
        public short[] Weights { get; }

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
        public abstract int PhaseCount { get; }

        /// <summary>Gets the auxiliary registers by index (momentum; Adam: mean, scale), null past the last one.</summary>
        public abstract short[] Auxiliary(int index);

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

        /// <summary>Gets the largest gradient magnitude of the step.</summary>
        protected uint GradientMaximum { get; private set; }

        /// <summary>Gets the fraction bits of the step's gradients.</summary>
        protected int GradientFractionBits { get; private set; }

        /// <summary>Gets or sets the largest magnitude of the weight registers; kept only where weights decay.</summary>
        protected uint WeightMaximum { get; set; }

        /// <summary>Gets the words of the learning rate's stream; null where the rate is a shift.</summary>
        protected uint[] RateWords
        {
            get { return rateWords; }
        }

        /// <summary>Takes the scale of the gradients and the rate of a step, and draws what the whole tensor shares.</summary>
        /// <param name="step">Step index; with the seed it determines every random number of the step.</param>
        /// <param name="gradientMaximum">Largest magnitude among the tensor's integer gradients.</param>
        /// <param name="gradientFractionBits">Fraction bits of the gradients.</param>
        /// <param name="rate">Learning rate; a power of two unless the rate has a stream.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public void BeginStep(
            uint step, uint gradientMaximum, int gradientFractionBits, LearningRate rate, OperationCounts counts)
        {
            Step = step;
            GradientMaximum = gradientMaximum;
            GradientFractionBits = gradientFractionBits;
            Rate = rate;
            FirstParameter = 0;
            isRescaled = false;
            firstLane = (int)(step * (uint)Settings.LaneRotation % (uint)Bank.Lanes);
            if (rateWords != null)
            {
                DrawRate(counts);
            }
        }

        /// <summary>Chooses the scales of a phase.</summary>
        public abstract void BeginPhase(int phase);

        /// <summary>Updates the registers of a range.</summary>
        /// <param name="phase">Phase, 0 first.</param>
        /// <param name="gradients">Integer gradients of the tensor.</param>
        /// <param name="start">First parameter.</param>
        /// <param name="end">End of the range, exclusive.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        /// <returns>The largest magnitude of the registers that the next phase scales by.</returns>
        public virtual uint RunPhase(int phase, short[] gradients, int start, int end, OperationCounts counts)
        {
            return UpdateRegisters(UpdateOf(phase, gradients), start, end, counts);
        }

        /// <summary>Describes a phase, after <see cref="BeginPhase"/>.</summary>
        /// <param name="phase">Phase, 0 first.</param>
        /// <param name="gradients">Integer gradients of the tensor.</param>
        /// <returns>The update; without registers where the phase is another kind of work.</returns>
        public abstract RegisterUpdate UpdateOf(int phase, short[] gradients);

        /// <summary>Takes the largest magnitude over all ranges of the phase.</summary>
        public abstract void EndPhase(int phase, uint maximum);

        /// <summary>Gets the path of a stream, or null where the optimiser has none or draws it without one.</summary>
        public virtual UpdatePath Path(StreamKind kind)
        {
            return kind == StreamKind.WeightDecay && Settings.WeightDecay != 0 ? decayPath : null;
        }

        /// <summary>Chooses the tile that the object holds, after <see cref="BeginPhase"/>.</summary>
        /// <param name="firstParameter">Index of its first parameter in the tensor.</param>
        public virtual void MoveTo(int firstParameter)
        {
            FirstParameter = firstParameter;
            decayPath.MoveTo(firstParameter);
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
            ulong key = RoundingKey;
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
        public virtual void Refresh()
        {
            WeightMaximum = RegisterScale.MaximumOf(Weights);
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

        /// <summary>Makes one of the tensor's streams.</summary>
        protected UpdatePath NewPath(StreamKind kind, int length)
        {
            return new UpdatePath(Settings, tensor, kind, length, Bank);
        }

        /// <summary>Returns the factor rate x 2^bits, the remainder left out where it has a stream of its own.</summary>
        protected Coefficient RateCoefficient(int bits)
        {
            return Coefficient.PowerOfTwo(bits - Rate.Shift);
        }

        /// <summary>Prepares the weight's own decay for the step.</summary>
        protected void BeginWeightDecay()
        {
            if (Settings.WeightDecay != 0)
            {
                Coefficient share = Coefficient.FromFraction(Settings.WeightDecay).Times(Coefficient.FromFraction(Rate.Fraction));
                decayPath.Begin(Step, WeightMaximum, share.Scaled(-Rate.Shift), null);
            }
        }

        /// <summary>Lets the scale of the auxiliary registers follow their largest magnitude, before a step uses them.</summary>
        /// <remarks>
        /// The first gradient other than zero sets the scale so that eight of its largest entries fit. From then on the
        /// registers are halved when the largest passes half of the range, and doubled when it falls below an eighth: narrow
        /// registers keep their resolution and rarely saturate. Halving rounds odd registers by a fair bit, so the mean stays.
        /// </remarks>
        /// <param name="maximum">Largest magnitude of all auxiliary registers.</param>
        /// <returns>Whether the registers have changed.</returns>
        protected bool Rescale(uint maximum)
        {
            if (AuxiliaryFractionBits == NoScale)
            {
                if (GradientMaximum != 0)
                {
                    AuxiliaryFractionBits = RegisterScale.FirstFractionBits(GradientFractionBits, Settings.MomentumBits, GradientMaximum);
                }

                return false;
            }

            int shift = isRescaled ? 0 : RegisterScale.ShiftFor(maximum, AuxiliaryLimit);
            if (shift == 0)
            {
                return false;
            }

            ulong key = RoundingKey;
            uint counter = 0;
            for (int index = 0; Auxiliary(index) != null; index++)
            {
                if (shift > 0)
                {
                    RegisterScale.Double(Auxiliary(index), Auxiliary(index).Length);
                }
                else
                {
                    counter = RegisterScale.Halve(Auxiliary(index), Auxiliary(index).Length, key, counter);
                }
            }

            AuxiliaryFractionBits += shift;
            return true;
        }

        /// <summary>Returns the auxiliary registers' fraction bits, or <paramref name="other"/> while all are zero and unscaled.</summary>
        protected int AuxiliaryFractionBitsOr(int other)
        {
            return AuxiliaryFractionBits == NoScale ? other : AuxiliaryFractionBits;
        }

        /// <summary>Adds a stream's change of each quantity to the registers of a range, or takes it away; lets them decay.</summary>
        /// <param name="update">What to change by what.</param>
        /// <param name="start">First parameter.</param>
        /// <param name="end">End of the range, exclusive.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        /// <returns>The largest magnitude of the range's registers.</returns>
        protected uint UpdateRegisters(RegisterUpdate update, int start, int end, OperationCounts counts)
        {
            if (FusedUpdate.Fits(update, Bank))
            {
                return FusedUpdate.Run(update, Bank, start, end, counts);
            }

            short[] registers = update.Registers;
            short[] quantities = update.Quantities;
            UpdatePath path = update.Path;
            UpdatePath decay = update.Decay;
            bool takeAway = update.TakeAway;
            int limit = update.Limit;
            int lanes = Bank.Lanes;
            int lane = LaneOf(start);
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int value = registers[i];
                int change = path.Change(i, lane, quantities[i], counts);
                if (takeAway)
                {
                    change = -change;
                }

                if (decay != null)
                {
                    change -= decay.Change(i, lane, value, counts);
                }

                value += change;
                if (value > limit || value < -limit)
                {
                    value = Clipped(value, limit, counts);
                }

                registers[i] = (short)value;
                int magnitude = value < 0 ? -value : value;
                if (magnitude > maximum)
                {
                    maximum = magnitude;
                }

                lane++;
                if (lane == lanes)
                {
                    lane = 0;
                }
            }

            counts.RegisterReads += update.ReadsPerParameter * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        /// <summary>Returns the end of the register that a value went beyond, and counts the saturation.</summary>
        protected static int Clipped(int value, int limit, OperationCounts counts)
        {
            counts.Saturations++;
            return value < 0 ? -limit : limit;
        }

        private ulong RoundingKey
        {
            get { return CounterGenerator.Key(Settings.Seed, StreamNumber(StreamKind.Rounding), Step); }
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
