using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Gradient descent with momentum in decay form, all of it stochastic:
    /// v &lt;- v - SC((1 - mu) v) + SC(g); w &lt;- w - SC(rate lambda w) - SC(rate v).
    /// </summary>
    /// <remarks>
    /// Written so, a step disturbs the momentum only by the noise of the share (1 - mu) v that decays; to regenerate mu v
    /// as a stream would disturb it by the noise of nearly all of v. Phase 0 updates the momentum and finds its largest
    /// magnitude; phase 1 updates the weights.
    /// </remarks>
    public sealed class MomentumOptimizer : TensorOptimizer
    {
        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public MomentumOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(OptimizerKind.Momentum, settings, tensor, length, weightFractionBits, bank)
        {
        }

        /// <inheritdoc/>
        public override int FinestGradient(LearningRate rate)
        {
            return NextAuxiliaryFractionBits();
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            if (phase == 0)
            {
                Rescale();
                Begin(StreamKind.Decay, TensorArray.FirstAuxiliary, Coefficient.FromFraction(Settings.MomentumDecay));
                BeginGradients(StreamKind.Gradient, Coefficient.PowerOfTwo(GradientShift), GradientShift);
            }
            else
            {
                int bits = WeightFractionBits - AuxiliaryFractionBitsOr(WeightFractionBits);
                Begin(StreamKind.Weight, TensorArray.FirstAuxiliary, RateCoefficient(bits));
                BeginWeightDecay();
            }
        }
    }
}
