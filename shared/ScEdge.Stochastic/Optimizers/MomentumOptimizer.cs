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
        private readonly short[] momentum;
        private readonly UpdatePath gradientPath;
        private readonly UpdatePath decayPath;
        private readonly UpdatePath weightPath;
        private uint momentumMaximum;

        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public MomentumOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(settings, tensor, length, weightFractionBits, bank)
        {
            momentum = new short[length];
            gradientPath = NewPath(StreamKind.Gradient, settings.GradientLength);
            decayPath = NewPath(StreamKind.Decay, settings.DecayLength);
            weightPath = NewPath(StreamKind.Weight, settings.WeightLength);
        }

        /// <inheritdoc/>
        public override int PhaseCount
        {
            get { return 2; }
        }

        /// <inheritdoc/>
        public override short[] Auxiliary(int index)
        {
            return index == 0 ? momentum : null;
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
                case StreamKind.Weight:
                    return weightPath;
                default:
                    return base.Path(kind);
            }
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            if (phase == 0)
            {
                if (Rescale(momentumMaximum))
                {
                    momentumMaximum = RegisterScale.MaximumOf(momentum);
                }

                decayPath.Begin(Step, momentumMaximum, Coefficient.FromFraction(Settings.MomentumDecay), null);
                int bits = AuxiliaryFractionBitsOr(GradientFractionBits) - GradientFractionBits;
                gradientPath.Begin(Step, GradientMaximum, Coefficient.PowerOfTwo(bits), null);
            }
            else
            {
                int bits = WeightFractionBits - AuxiliaryFractionBitsOr(WeightFractionBits);
                weightPath.Begin(Step, momentumMaximum, RateCoefficient(bits), RateWords);
                BeginWeightDecay();
            }
        }

        /// <inheritdoc/>
        public override RegisterUpdate UpdateOf(int phase, short[] gradients)
        {
            RegisterUpdate update;
            update.Registers = phase == 0 ? momentum : Weights;
            update.Limit = phase == 0 ? AuxiliaryLimit : WeightLimit;
            update.Quantities = phase == 0 ? gradients : momentum;
            update.Path = phase == 0 ? gradientPath : weightPath;
            update.TakeAway = phase != 0;
            update.Decay = phase == 0 ? decayPath : Path(StreamKind.WeightDecay);

            // The momentum is read once more, as the quantity that moves the weight.
            update.ReadsPerParameter = phase == 0 ? 1 : 2;
            return update;
        }

        /// <inheritdoc/>
        public override void MoveTo(int firstParameter)
        {
            base.MoveTo(firstParameter);
            gradientPath.MoveTo(firstParameter);
            decayPath.MoveTo(firstParameter);
            weightPath.MoveTo(firstParameter);
        }

        /// <inheritdoc/>
        public override void EndPhase(int phase, uint maximum)
        {
            if (phase == 0)
            {
                momentumMaximum = maximum;
            }
            else
            {
                WeightMaximum = maximum;
            }
        }

        /// <inheritdoc/>
        public override void Refresh()
        {
            base.Refresh();
            momentumMaximum = RegisterScale.MaximumOf(momentum);
        }
    }
}
