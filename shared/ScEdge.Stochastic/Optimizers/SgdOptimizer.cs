using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Stochastic gradient descent on integer weight counters: w &lt;- w - SC(rate lambda w) - SC(rate g).
    /// </summary>
    /// <remarks>SC(U) is a random integer of mean U: see <see cref="StreamScale"/>. One phase, no auxiliary registers.</remarks>
    public sealed class SgdOptimizer : TensorOptimizer
    {
        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public SgdOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(OptimizerKind.Sgd, settings, tensor, length, weightFractionBits, bank)
        {
        }

        /// <inheritdoc/>
        public override int FinestGradient(LearningRate rate)
        {
            return WeightFractionBits - rate.Shift;
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            int bits = WeightFractionBits - GradientFractionBits;
            BeginGradients(StreamKind.Weight, RateCoefficient(bits), bits - Rate.Shift);
            BeginWeightDecay();
        }
    }
}
