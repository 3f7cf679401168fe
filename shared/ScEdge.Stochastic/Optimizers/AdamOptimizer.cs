using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

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
    /// <para>One counted one of the quotient is worth rate / N; where that is less than a step of the weight register, a second
    /// stream, the gate, thins out the first. Phase 0 updates the mean m, phase 1 the scale a, phase 2 the weights.</para>
    /// </remarks>
    public sealed class AdamOptimizer : TensorOptimizer
    {
        private const int MeanShift = 3;

        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public AdamOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(OptimizerKind.Adam, settings, tensor, length, weightFractionBits, bank)
        {
        }

        /// <inheritdoc/>
        public override int FinestGradient(LearningRate rate)
        {
            // An eighth of a gradient moves the mean.
            int bits = NextAuxiliaryFractionBits();
            return bits == int.MaxValue ? bits : bits - MeanShift;
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            switch (phase)
            {
                case 0:
                    Rescale();
                    Begin(StreamKind.Decay, TensorArray.FirstAuxiliary, Coefficient.PowerOfTwo(-MeanShift));
                    Begin(StreamKind.Gradient, TensorArray.Gradients, Coefficient.PowerOfTwo(GradientShift - MeanShift));
                    break;
                case 1:
                    Begin(StreamKind.ScaleDecay, TensorArray.SecondAuxiliary, Coefficient.PowerOfTwo(-Settings.ScaleShift));
                    Begin(StreamKind.ScaleGradient, TensorArray.Gradients, Coefficient.PowerOfTwo(GradientShift - Settings.ScaleShift));
                    break;
                default:
                    Quotient = QuotientOfStep();
                    BeginWeightDecay();
                    break;
            }
        }

        private QuotientUpdate QuotientOfStep()
        {
            // The rate in steps of the weight register is shared out over the bits of the stream: 2^QuantumShift each.
            int lengthDigits = 0;
            while (Settings.WeightLength >> (lengthDigits + 1) != 0)
            {
                lengthDigits++;
            }

            int excess = WeightFractionBits - Rate.Shift - lengthDigits;
            QuotientUpdate quotient;
            quotient.Weights = Weights;
            quotient.Limit = WeightLimit;
            quotient.Means = Auxiliary(0);
            quotient.Scales = Auxiliary(1);
            quotient.Length = Settings.WeightLength;
            quotient.Key = CounterGenerator.Key(Settings.Seed, StreamNumber(StreamKind.Weight), Step);
            quotient.GateKey = CounterGenerator.Key(Settings.Seed, StreamNumber(StreamKind.Gate), Step);
            quotient.GateProbability = excess < 0 ? Rate.Fraction >> -excess : Rate.Fraction;
            quotient.QuantumShift = excess > 0 ? excess : 0;
            quotient.Decay = Path(StreamKind.WeightDecay);
            return quotient;
        }
    }
}
