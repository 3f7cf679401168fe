using ScEdge.Device.Configurations;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tiles
{
    /// <summary>
    /// The step of one tensor whose registers the host keeps: the board is the circuit and knows scales and phase, no more.
    /// </summary>
    internal sealed class TileRunner
    {
        private const int NoPhase = -1;

        private Configuration configuration;
        private TensorOptimizer tensor;
        private int tensorLength;
        private int shift;
        private int nextPhase;

        /// <summary>What the circuit did for the last tile, or for the whole tensor at the beginning of its step.</summary>
        public readonly OperationCounts Counts = new OperationCounts();

        /// <summary>Gets the present phase; -1 for none.</summary>
        public int Phase { get; private set; } = NoPhase;

        /// <summary>Gets the tensor of the step; null for none.</summary>
        public TensorOptimizer Tensor
        {
            get { return tensor; }
        }

        /// <summary>Gets the parameters of the tensor.</summary>
        public int TensorLength
        {
            get { return tensorLength; }
        }

        /// <summary>Gets the arrays that a tile must carry in the present phase, a mask of <see cref="TensorArray"/>.</summary>
        public int Inputs
        {
            get { return Phase == BeginTilePhaseRequest.Rescale ? tensor.Description.AuxiliaryArrays : tensor.Description.Phases[Phase].Inputs; }
        }

        /// <summary>Gets the arrays that come back from the present phase.</summary>
        public int Outputs
        {
            get { return Phase == BeginTilePhaseRequest.Rescale ? tensor.Description.AuxiliaryArrays : tensor.Description.Phases[Phase].Outputs; }
        }

        /// <summary>Forgets the step under way.</summary>
        public void Forget()
        {
            configuration = null;
            tensor = null;
            Phase = NoPhase;
        }

        /// <summary>Begins a step.</summary>
        /// <returns>How the auxiliary registers must be shifted: -1, 0 or 1.</returns>
        public int Begin(Configuration target, BeginTileStepRequest step)
        {
            configuration = target;
            tensor = target.Tensors[step.Tensor];
            tensorLength = target.Lengths[step.Tensor];
            Phase = NoPhase;
            Counts.Clear();
            tensor.AuxiliaryFractionBits = step.AuxiliaryFractionBits;
            tensor.Bank.Restore(step.CellCycles);
            tensor.BeginStep(
                step.Step,
                step.GradientMaximum,
                step.GradientFractionBits,
                new LearningRate(step.RateFraction, step.RateShift),
                Counts);

            // The phases before the last one leave the auxiliary registers.
            uint largest = 0;
            for (int i = 0; i < tensor.PhaseCount - 1; i++)
            {
                largest = step.Maxima[i] > largest ? step.Maxima[i] : largest;
            }

            shift = tensor.PhaseCount == 1 ? 0 : tensor.PlanRescale(largest);
            nextPhase = shift == 0 ? 0 : BeginTilePhaseRequest.Rescale;
            return shift;
        }

        /// <summary>Begins a phase.</summary>
        /// <returns>Whether it is the one that is due, the one before having ended.</returns>
        public bool BeginPhase(BeginTilePhaseRequest request)
        {
            // Behind the last phase none is due.
            if (tensor == null || Phase != NoPhase || request.Phase != nextPhase || nextPhase == tensor.PhaseCount)
            {
                return false;
            }

            Phase = nextPhase;
            nextPhase = Phase == BeginTilePhaseRequest.Rescale ? 0 : Phase + 1;
            for (int i = 0; i < tensor.PhaseCount; i++)
            {
                tensor.EndPhase(i, request.Maxima[i]);
            }

            if (Phase != BeginTilePhaseRequest.Rescale)
            {
                tensor.BeginPhase(Phase);
            }

            return true;
        }

        /// <summary>Updates a tile.</summary>
        /// <param name="first">Index of its first parameter.</param>
        /// <param name="count">Parameters of the tile.</param>
        /// <param name="buffer">Holds its arrays.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="maximum">The largest magnitude of what the next phase scales by; 0 after a shift.</param>
        /// <returns>Whether every register and gradient is within its announced maximum; otherwise nothing was done.</returns>
        public bool Run(int first, int count, byte[] buffer, int offset, out uint maximum)
        {
            maximum = 0;
            Counts.Clear();
            if (!Load(count, buffer, offset))
            {
                return false;
            }

            if (Phase == BeginTilePhaseRequest.Rescale)
            {
                tensor.ShiftTile(shift, first, count, tensorLength);
                return true;
            }

            tensor.MoveTo(first);
            maximum = tensor.RunPhase(Phase, configuration.Gradients[0], 0, count, Counts);
            return true;
        }

        /// <summary>Copies the arrays that the phase has changed.</summary>
        public void Store(int count, byte[] buffer, int offset)
        {
            int outputs = Outputs;
            for (int array = 0; outputs >> array != 0; array++)
            {
                if (((outputs >> array) & 1) != 0)
                {
                    LittleEndian.WriteInt16s(Array((TensorArray)array), 0, count, buffer, offset);
                    offset += 2 * count;
                }
            }
        }

        /// <summary>Ends the phase.</summary>
        /// <returns>The age of the cells.</returns>
        public long EndPhase(long setEvents)
        {
            Phase = NoPhase;
            tensor.Bank.Age(setEvents);
            return tensor.Bank.Cycles;
        }

        private bool Load(int count, byte[] buffer, int offset)
        {
            int inputs = Inputs;
            for (int array = 0; inputs >> array != 0; array++)
            {
                if (((inputs >> array) & 1) == 0)
                {
                    continue;
                }

                if (!LittleEndian.ReadInt16s(buffer, offset, Array((TensorArray)array), 0, count, Limit((TensorArray)array)))
                {
                    return false;
                }

                offset += 2 * count;
            }

            return true;
        }

        private short[] Array(TensorArray array)
        {
            return array == TensorArray.Gradients ? configuration.Gradients[0] : tensor.Registers(array);
        }

        /// <summary>Returns the largest magnitude for which the streams of the phase were scaled.</summary>
        private int Limit(TensorArray array)
        {
            int announced = (int)tensor.MaximumOf(array);
            if (array == TensorArray.Gradients)
            {
                return announced;
            }

            bool isWeight = array == TensorArray.Weights;
            int limit = isWeight ? tensor.WeightLimit : tensor.AuxiliaryLimit;
            return announced < limit && (!isWeight || configuration.HasWeightDecay) ? announced : limit;
        }
    }
}
