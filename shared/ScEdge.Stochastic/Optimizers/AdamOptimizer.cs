using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// An Adam of stochastic circuits: m &lt;- m - SC(m/8) + SC(g/8); a &lt;- a - SC(a 2^-k) + SC(|g| 2^-k);
    /// w &lt;- w - SC(rate lambda w) - sign(m) rate min(1, |m|/a), the quotient by correlated (CORDIV) division.
    /// </summary>
    /// <remarks>
    /// <para>The scale a is a running mean of the gradient's magnitude where Adam keeps the root of a running mean square:
    /// it needs neither square nor root, and a starts at the first |g| instead of being corrected for a start at zero.
    /// (Adam: D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015.)</para>
    /// <para>Division: |m| and a are shifted together until a lies in [1/2, 1), one cell's pulse is read at two times so
    /// that the streams of m and a are nested, and the divider passes m's bit where a's is one and repeats its last
    /// output elsewhere (T.-H. Chen, J. Hayes, "Design of Division Circuits for Stochastic Computing", ISVLSI 2016).
    /// Its flip-flop starts at zero, so a stream loses on average the (1 - a)/a &lt; 1 cycles before the first one of a:
    /// the quotient is low by less than 1/N of itself.</para>
    /// <para>One counted one is worth rate / N; where that is less than a step of the weight register, a second stream
    /// thins out the first. Phase 0 updates m, phase 1 a, phase 2 the weights. Sign-magnitude coding only, and the
    /// weight stream's length is a power of two.</para>
    /// </remarks>
    public sealed class AdamOptimizer : TensorOptimizer
    {
        private const int MeanShift = 3;

        private readonly short[] mean;
        private readonly short[] scale;
        private readonly UpdatePath gradientPath;
        private readonly UpdatePath decayPath;
        private readonly UpdatePath scaleGradientPath;
        private readonly UpdatePath scaleDecayPath;
        private readonly uint weightStreamNumber;
        private readonly uint gateStreamNumber;
        private ulong weightKey;
        private ulong gateKey;
        private int quantumShift;
        private uint gateProbability;
        private uint meanMaximum;
        private uint scaleMaximum;
        private bool starts;

        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public AdamOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(settings, tensor, length, weightFractionBits, bank)
        {
            mean = new short[length];
            scale = new short[length];
            gradientPath = NewPath(StreamKind.Gradient, settings.GradientLength);
            decayPath = NewPath(StreamKind.Decay, settings.DecayLength);
            scaleGradientPath = NewPath(StreamKind.ScaleGradient, settings.GradientLength);
            scaleDecayPath = NewPath(StreamKind.ScaleDecay, settings.DecayLength);
            weightStreamNumber = StreamNumber(StreamKind.Weight);
            gateStreamNumber = StreamNumber(StreamKind.Gate);
        }

        /// <inheritdoc/>
        public override int PhaseCount
        {
            get { return 3; }
        }

        /// <summary>Gets whether phase 1 of this step sets the scale to the first gradients instead of changing it.</summary>
        public bool StartsScale
        {
            get { return starts; }
        }

        /// <summary>Describes phase 2, after <see cref="BeginPhase"/>.</summary>
        public QuotientUpdate QuotientOfStep()
        {
            QuotientUpdate quotient;
            quotient.Means = mean;
            quotient.Scales = scale;
            quotient.Length = Settings.WeightLength;
            quotient.Key = weightKey;
            quotient.GateKey = gateKey;
            quotient.GateProbability = gateProbability;
            quotient.QuantumShift = quantumShift;
            return quotient;
        }

        /// <inheritdoc/>
        public override short[] Auxiliary(int index)
        {
            return index == 0 ? mean : index == 1 ? scale : null;
        }

        /// <inheritdoc/>
        public override UpdatePath Path(StreamKind kind)
        {
            switch (kind)
            {
                case StreamKind.Gradient:
                    return gradientPath;
                case StreamKind.Decay:
                    return decayPath;
                case StreamKind.ScaleGradient:
                    return scaleGradientPath;
                case StreamKind.ScaleDecay:
                    return scaleDecayPath;
                default:
                    return base.Path(kind);
            }
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            int bits = AuxiliaryFractionBitsOr(GradientFractionBits) - GradientFractionBits;
            switch (phase)
            {
                case 0:
                    starts = AuxiliaryFractionBits == NoScale && GradientMaximum != 0;
                    if (Rescale(meanMaximum > scaleMaximum ? meanMaximum : scaleMaximum))
                    {
                        Refresh();
                    }

                    bits = AuxiliaryFractionBitsOr(GradientFractionBits) - GradientFractionBits;
                    decayPath.Begin(Step, meanMaximum, Coefficient.PowerOfTwo(-MeanShift), null);
                    gradientPath.Begin(Step, GradientMaximum, Coefficient.PowerOfTwo(bits - MeanShift), null);
                    break;
                case 1:
                    scaleDecayPath.Begin(Step, scaleMaximum, Coefficient.PowerOfTwo(-Settings.ScaleShift), null);
                    scaleGradientPath.Begin(Step, GradientMaximum, Coefficient.PowerOfTwo(bits - Settings.ScaleShift), null);
                    break;
                default:
                    BeginWeights();
                    break;
            }
        }

        /// <inheritdoc/>
        public override uint RunPhase(int phase, short[] gradients, int start, int end, OperationCounts counts)
        {
            switch (phase)
            {
                case 0:
                    return UpdateRegisters(UpdateOf(0, gradients), start, end, counts);
                case 1:
                    return UpdateScale(gradients, start, end, counts);
                default:
                    return UpdateWeights(start, end, counts);
            }
        }

        /// <inheritdoc/>
        public override RegisterUpdate UpdateOf(int phase, short[] gradients)
        {
            RegisterUpdate update;
            update.Registers = phase == 0 ? mean : null;
            update.Limit = AuxiliaryLimit;
            update.Quantities = gradients;
            update.Path = gradientPath;
            update.TakeAway = false;
            update.Decay = decayPath;
            update.ReadsPerParameter = 1;
            return update;
        }

        /// <inheritdoc/>
        public override void MoveTo(int firstParameter)
        {
            base.MoveTo(firstParameter);
            gradientPath.MoveTo(firstParameter);
            decayPath.MoveTo(firstParameter);
            scaleGradientPath.MoveTo(firstParameter);
            scaleDecayPath.MoveTo(firstParameter);
        }

        /// <inheritdoc/>
        public override void EndPhase(int phase, uint maximum)
        {
            switch (phase)
            {
                case 0:
                    meanMaximum = maximum;
                    break;
                case 1:
                    scaleMaximum = maximum;
                    break;
                default:
                    WeightMaximum = maximum;
                    break;
            }
        }

        /// <inheritdoc/>
        public override void Refresh()
        {
            base.Refresh();
            meanMaximum = RegisterScale.MaximumOf(mean);
            scaleMaximum = RegisterScale.MaximumOf(scale);
        }

        private void BeginWeights()
        {
            // The rate in steps of the weight register is shared out over the bits of the stream: 2^quantumShift each.
            int lengthDigits = 0;
            while (Settings.WeightLength >> (lengthDigits + 1) != 0)
            {
                lengthDigits++;
            }

            int excess = WeightFractionBits - Rate.Shift - lengthDigits;
            quantumShift = excess > 0 ? excess : 0;
            gateProbability = excess < 0 ? Rate.Fraction >> -excess : Rate.Fraction;
            weightKey = CounterGenerator.Key(Settings.Seed, weightStreamNumber, Step);
            gateKey = CounterGenerator.Key(Settings.Seed, gateStreamNumber, Step);
            BeginWeightDecay();
        }

        private uint UpdateScale(short[] gradients, int start, int end, OperationCounts counts)
        {
            int toScale = AuxiliaryFractionBitsOr(GradientFractionBits) - GradientFractionBits;
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int lane = LaneOf(i);
                int gradient = gradients[i] < 0 ? -gradients[i] : gradients[i];
                int value = scale[i];
                if (starts)
                {
                    value = toScale >= 0 ? gradient << toScale : gradient >> -toScale;
                }
                else
                {
                    value += scaleGradientPath.Change(i, lane, gradient, counts)
                        - scaleDecayPath.Change(i, lane, value, counts);
                }

                if (value > AuxiliaryLimit)
                {
                    value = Clipped(value, AuxiliaryLimit, counts);
                }

                // A scale of zero would ask for a division by zero; one step is the least that a register tells.
                if (value < 1)
                {
                    value = 1;
                }

                scale[i] = (short)value;
                if (value > maximum)
                {
                    maximum = value;
                }
            }

            counts.RegisterReads += end - start;
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        private uint UpdateWeights(int start, int end, OperationCounts counts)
        {
            short[] weights = Weights;
            UpdatePath weightDecayPath = Path(StreamKind.WeightDecay);
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int lane = LaneOf(i);
                int weight = weights[i];
                int step = CountQuotient(i, lane, counts) << quantumShift;
                int change = mean[i] < 0 ? -step : step;
                if (weightDecayPath != null)
                {
                    change += weightDecayPath.Change(i, lane, weight, counts);
                }

                weight -= change;
                if (weight > WeightLimit || weight < -WeightLimit)
                {
                    weight = Clipped(weight, WeightLimit, counts);
                }

                weights[i] = (short)weight;
                int magnitude = weight < 0 ? -weight : weight;
                if (magnitude > maximum)
                {
                    maximum = magnitude;
                }
            }

            // Mean and scale are read beside the weight.
            counts.RegisterReads += 3 * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        /// <summary>Counts the ones of the stream of min(1, |m| / a), thinned by the gate.</summary>
        private int CountQuotient(int index, int lane, OperationCounts counts)
        {
            uint dividend = (uint)(mean[index] < 0 ? -mean[index] : mean[index]);
            uint divisor = (uint)(scale[index] < 1 ? 1 : scale[index]);
            if (dividend == 0)
            {
                return 0;
            }

            if (dividend > divisor)
            {
                dividend = divisor;
            }

            while (divisor < BernoulliWord.One / 2)
            {
                divisor <<= 1;
                dividend <<= 1;
            }

            int length = Settings.WeightLength;
            bool gated = gateProbability != BernoulliWord.One;
            uint counter = (uint)(FirstParameter + index) * (uint)((length + 31) / 32 * BernoulliWord.CounterStride);
            uint state = 0;
            int ones = 0;
            int switched = 0;
            int passed = 0;
            int word = 0;
            for (int left = length; left > 0; left -= 32)
            {
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                uint inner;
                uint outer = Bank.DrawNestedWord(
                    lane, word, divisor, dividend, mask, (uint)weightKey, (uint)(weightKey >> 32), counter, counts, out inner);
                uint quotient = CordivWord.Divide(inner, outer, mask, ref state);
                if (gated)
                {
                    uint gate = Bank.DrawWord(
                        lane, word, gateProbability, mask, (uint)gateKey, (uint)(gateKey >> 32), counter, counts);
                    passed += PopulationCount.Of(gate);
                    quotient &= gate;
                }

                ones += PopulationCount.Of(quotient);
                switched += PopulationCount.Of(outer);
                counter += BernoulliWord.CounterStride;
                word++;
            }

            Bank.CountNumber(divisor, length, switched, counts);
            counts.Reads += length;
            counts.MuxOperations += length;
            counts.CounterIncrements += ones;
            if (gated)
            {
                Bank.CountNumber(gateProbability, length, passed, counts);
                counts.AndOperations += length;
            }

            return ones;
        }
    }
}
