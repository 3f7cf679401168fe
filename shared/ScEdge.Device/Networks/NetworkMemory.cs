using ScEdge.Device.Configurations;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// How much memory a network takes, before it is made: the arrays exactly, objects by a rounded-up share.
    /// </summary>
    internal static class NetworkMemory
    {
        private const long ObjectBytes = 900;
        private const long ObjectsPerLayer = 120;
        private const long ObjectsPerProductLayer = 1400;
        private const int MostParts = 4;
        private const int PixelValues = 256;

        // For every bit of a stream: two sequences of levels 16, the order of the inputs 8, the rows 16.
        private const long LevelBytes = 40;
        private const long LevelObjects = 600;

        // Both operands of a layer keep a number of two bytes for every bit where the sequence is always the same.
        private const long FixedNumberBytes = 4;

        /// <summary>Takes the convolutions in as many parts as it needs to fit, if that helps.</summary>
        /// <returns>The bytes of the network then.</returns>
        public static long Fit(NetworkPlan plan, long available)
        {
            long bytes = Of(plan);
            if (bytes > available)
            {
                plan.Parts = MostParts;
                bytes = Of(plan);
            }

            return bytes;
        }

        /// <summary>Returns the bytes of a network.</summary>
        public static long Of(NetworkPlan plan)
        {
            long bytes = ObjectBytes + ConfigurationRecord.NetworkCapacity + plan.Pixels + (2 * PixelValues);
            MapSizes sizes = new MapSizes(plan);
            bytes += 4L * (sizes.Even + sizes.Odd);
            long length = plan.Passes.ForwardLength;
            bool hasFixedNumbers = plan.Passes.Source == StreamSource.Sobol || plan.Passes.Source == StreamSource.Ramp;
            for (int i = 0; i < plan.LayerCount; i++)
            {
                bytes += ObjectsPerLayer;
                if (plan.Layers[i].IsProduct)
                {
                    bytes += ObjectsPerProductLayer + (plan.HasCells ? 2 * CellMemory.OfBank(plan.Cells, plan.Cells.Lanes) : 0)
                        + (hasFixedNumbers ? FixedNumberBytes * length : 0);
                }
            }

            bytes += plan.HasCells ? CellMemory.OfResponses(plan.Cells) : 0;
            return plan.Passes.HasOwnBits
                ? bytes + (4 * ((length + 31) / 32) * (sizes.MostInputs + 1L))
                : bytes + (2L * sizes.MostInputs) + (2L * sizes.MostWeights) + (LevelBytes * length) + LevelObjects;
        }
    }
}
