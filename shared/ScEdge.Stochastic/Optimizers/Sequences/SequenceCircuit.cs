using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Optimizers.Sequences
{
    /// <summary>
    /// The phases of a tensor with streams from shared sequences in the place of cells.
    /// </summary>
    /// <remarks>
    /// Scales, signs, counters and registers are those of <see cref="TensorOptimizer"/>; lanes only differ in where their bits come from. A step
    /// is: <see cref="TensorOptimizer.BeginStep"/>; for every phase <see cref="TensorOptimizer.BeginPhase"/>, <see cref="BeginPhase"/>,
    /// <see cref="RunPhase"/> over ranges that together cover the tensor, and <see cref="TensorOptimizer.EndPhase"/>.
    /// </remarks>
    public sealed class SequenceCircuit
    {
        private readonly TensorOptimizer tensor;
        private readonly SharedSequence[] streams;
        private readonly SequenceQuotient quotient;

        /// <summary>Makes the streams of a tensor.</summary>
        /// <param name="tensor">Registers, scales and phases.</param>
        /// <param name="settings">Seed and lengths.</param>
        /// <param name="index">Index of the tensor.</param>
        /// <param name="source"><see cref="StreamSource.Lfsr"/> or <see cref="StreamSource.Sobol"/>.</param>
        public SequenceCircuit(TensorOptimizer tensor, OptimizerSettings settings, uint index, StreamSource source)
        {
            this.tensor = tensor;
            streams = new SharedSequence[(int)StreamKind.Gate + 1];
            for (int kind = 0; kind < streams.Length; kind++)
            {
                streams[kind] = new SharedSequence(source, settings.Seed, index, (StreamKind)kind, LengthOf(settings, (StreamKind)kind));
            }

            quotient = new SequenceQuotient(
                tensor, streams[(int)StreamKind.Weight], streams[(int)StreamKind.Gate], streams[(int)StreamKind.WeightDecay]);
        }

        /// <summary>Draws the sequences of a phase, and the stream of the learning rate.</summary>
        /// <param name="step">Step index.</param>
        /// <param name="phase">Phase, 0 first.</param>
        /// <param name="rate">Learning rate of the step.</param>
        /// <param name="counts">Receives what the rate's stream took.</param>
        public void BeginPhase(uint step, int phase, LearningRate rate, OperationCounts counts)
        {
            PhaseDescription description = tensor.Description.Phases[phase];
            streams[(int)description.Change].Begin(step);
            streams[(int)description.Decay].Begin(step);
            if (description.Work == PhaseWork.QuotientUpdate)
            {
                streams[(int)StreamKind.Gate].Begin(step);
                return;
            }

            uint[] multiplier = tensor.Path(description.Change).Multiplier;
            if (multiplier != null)
            {
                DrawRate(step, rate, multiplier, counts);
            }
        }

        /// <summary>Updates the registers of a range; parameters and result as in <see cref="TensorOptimizer.RunPhase"/>.</summary>
        public uint RunPhase(int phase, short[] gradients, int start, int end, OperationCounts counts)
        {
            PhaseDescription description = tensor.Description.Phases[phase];
            if (description.Work == PhaseWork.QuotientUpdate)
            {
                return quotient.Run(start, end, counts);
            }

            RegisterUpdate update = tensor.UpdateOf(phase, gradients);
            bool isScale = description.Work == PhaseWork.ScaleUpdate;
            if (isScale && tensor.IsFirstGradient)
            {
                // Registers are set, not changed; no stream takes part.
                return tensor.RunPhase(phase, gradients, start, end, counts);
            }

            SharedSequence changes = streams[(int)description.Change];
            SharedSequence decays = streams[(int)description.Decay];
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int value = update.Registers[i];
                int quantity = update.Quantities[i];
                int change = SequenceChange.Change(update.Path, changes, isScale && quantity < 0 ? -quantity : quantity, counts);
                change = update.TakeAway ? -change : change;
                change -= update.Decay == null ? 0 : SequenceChange.Change(update.Decay, decays, value, counts);
                value = SequenceChange.Clipped(value + change, update.Limit, counts);
                value = isScale && value < 1 ? 1 : value;
                update.Registers[i] = (short)value;
                int magnitude = value < 0 ? -value : value;
                maximum = magnitude > maximum ? magnitude : maximum;
            }

            counts.RegisterReads += (isScale ? 1 : update.ReadsPerParameter) * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        private static int LengthOf(OptimizerSettings settings, StreamKind kind)
        {
            switch (kind)
            {
                case StreamKind.Gradient:
                case StreamKind.ScaleGradient:
                    return settings.GradientLength;
                case StreamKind.Decay:
                case StreamKind.ScaleDecay:
                case StreamKind.WeightDecay:
                    return settings.DecayLength;
                default:
                    return settings.WeightLength;
            }
        }

        private void DrawRate(uint step, LearningRate rate, uint[] words, OperationCounts counts)
        {
            SharedSequence stream = streams[(int)StreamKind.Rate];
            stream.Begin(step);
            bool bipolar = tensor.Encoding == UpdateEncoding.Bipolar;
            int ones = stream.Ones(bipolar ? (BernoulliWord.One + rate.Fraction) / 2 : rate.Fraction, counts);
            for (int word = 0; word < words.Length; word++)
            {
                words[word] = stream.Word(ones, word);
            }
        }
    }
}
