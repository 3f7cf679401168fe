using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Stochastic gradient descent on integer weight counters: w &lt;- w - SC(rate lambda w) - SC(rate g).
    /// </summary>
    /// <remarks>SC(U) is a random integer of mean U: see <see cref="StreamScale"/>. One phase, no auxiliary registers.</remarks>
    public sealed class SgdOptimizer : TensorOptimizer
    {
        private readonly UpdatePath weightPath;

        /// <summary>Makes the optimiser of a tensor; parameters as in the base class.</summary>
        public SgdOptimizer(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
            : base(settings, tensor, length, weightFractionBits, bank)
        {
            weightPath = NewPath(StreamKind.Weight, settings.WeightLength);
        }

        /// <inheritdoc/>
        public override int PhaseCount
        {
            get { return 1; }
        }

        /// <inheritdoc/>
        public override short[] Auxiliary(int index)
        {
            return null;
        }

        /// <inheritdoc/>
        public override UpdatePath Path(StreamKind kind)
        {
            return kind == StreamKind.Weight ? weightPath : base.Path(kind);
        }

        /// <inheritdoc/>
        public override void BeginPhase(int phase)
        {
            Coefficient rate = RateCoefficient(WeightFractionBits - GradientFractionBits);
            weightPath.Begin(Step, GradientMaximum, rate, RateWords);
            BeginWeightDecay();
        }

        /// <inheritdoc/>
        public override RegisterUpdate UpdateOf(int phase, short[] gradients)
        {
            RegisterUpdate update;
            update.Registers = Weights;
            update.Limit = WeightLimit;
            update.Quantities = gradients;
            update.Path = weightPath;
            update.TakeAway = true;
            update.Decay = Path(StreamKind.WeightDecay);
            update.ReadsPerParameter = 1;
            return update;
        }

        /// <inheritdoc/>
        public override void MoveTo(int firstParameter)
        {
            base.MoveTo(firstParameter);
            weightPath.MoveTo(firstParameter);
        }

        /// <inheritdoc/>
        public override void EndPhase(int phase, uint maximum)
        {
            WeightMaximum = maximum;
        }
    }
}
