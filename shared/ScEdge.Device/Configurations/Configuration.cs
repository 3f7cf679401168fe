using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// The configuration in force: the circuits of every tensor with their registers, or with room for a tile of them.
    /// </summary>
    public sealed class Configuration
    {
        /// <summary>The requests that made it.</summary>
        public readonly ConfigurationRecord Record = new ConfigurationRecord(ConfigurationRecord.Capacity);

        /// <summary>Whether the registers are here; otherwise the host has them.</summary>
        public readonly bool IsResident;

        /// <summary>Whether the registers are here to be trained, not to be read alone.</summary>
        public readonly bool CanTrain;

        /// <summary>Whether the remainder of the learning rate has a stream.</summary>
        public readonly bool RateAsStream;

        /// <summary>Whether weights decay, so that their largest magnitude matters.</summary>
        public readonly bool HasWeightDecay;

        /// <summary>Bits of a weight register, sign included.</summary>
        public readonly int WeightBits;

        /// <summary>Seed of the updates.</summary>
        public readonly ulong Seed;

        /// <summary>Energy of one operation of each <see cref="CountKind"/>; aJ.</summary>
        public readonly long[] Costs = new long[MessageLimits.Counts];

        /// <summary>The circuits.</summary>
        public readonly TensorOptimizer[] Tensors;

        /// <summary>Parameters of each tensor.</summary>
        public readonly int[] Lengths;

        /// <summary>Index of each tensor in the network.</summary>
        public readonly uint[] Identities;

        /// <summary>Gradients of each tensor, and its differences after a step; in tiled mode one array for a tile.</summary>
        public readonly short[][] Gradients;

        /// <summary>
        /// Counts of the last step, in the order of <see cref="CountKind"/>: tensor by tensor, of each phase by phase; none in tiled mode.
        /// </summary>
        public readonly long[][] PhaseCounts;

        /// <summary>Phases of a step.</summary>
        public readonly int Phases;

        /// <summary>Parameters of all tensors.</summary>
        public readonly int Parameters;

        /// <summary>Most parameters of a tile; 0 where the registers are here.</summary>
        public readonly int TileLength;

        /// <summary>Makes everything that a plan asks for; its memory was counted before.</summary>
        public Configuration(ConfigurationPlan plan, ConfigurationRecord record, int tileLength)
        {
            Record.CopyFrom(record);
            IsResident = plan.Request.Mode != RegisterMode.Tiled;
            CanTrain = plan.Request.Mode == RegisterMode.Resident;
            RateAsStream = plan.Settings.RateAsStream;
            HasWeightDecay = plan.Settings.WeightDecay != 0;
            WeightBits = plan.Settings.WeightBits;
            Seed = plan.Settings.Seed;
            Parameters = plan.Parameters;
            TileLength = IsResident ? 0 : tileLength;
            for (int i = 0; i < Costs.Length; i++)
            {
                Costs[i] = plan.Costs.Attojoules[i];
            }

            int count = plan.TensorCount;
            Tensors = plan.Circuits().NewCircuits(TileLength);
            Lengths = new int[count];
            Identities = new uint[count];
            Gradients = new short[IsResident ? count : 1][];
            for (int i = 0; i < count; i++)
            {
                Lengths[i] = plan.Lengths[i];
                Identities[i] = plan.Identities[i];
            }

            for (int i = 0; i < Gradients.Length; i++)
            {
                Gradients[i] = new short[CanTrain ? Lengths[i] : IsResident ? 0 : tileLength];
            }

            Phases = Tensors[0].PhaseCount;
            PhaseCounts = new long[CanTrain ? count * Phases : 0][];
            for (int i = 0; i < PhaseCounts.Length; i++)
            {
                PhaseCounts[i] = new long[MessageLimits.Counts];
            }
        }
    }
}
