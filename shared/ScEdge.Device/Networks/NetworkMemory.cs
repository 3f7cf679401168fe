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
        private const int MostRoom = 4096;
        private const int MostImages = 16;
        private const int PixelValues = 256;

        // For every bit of a stream: two sequences of levels 16, the order of the inputs 8, the rows 16.
        private const long LevelBytes = 40;
        private const long LevelObjects = 600;

        // Both operands of a layer keep a number of two bytes for every bit where the sequence is always the same.
        private const long FixedNumberBytes = 4;

        // The pass, its requests and answers; the windows of parts and what is said of registers; an image and its maps.
        private const long PassObjects = 1200;
        private const long ObjectsPerStreamedLayer = 400;
        private const long ObjectsPerImage = 160;

        /// <summary>
        /// Takes the convolutions in as many parts as it needs to fit, if that helps; where weights are streamed, as few of them at a time, and then
        /// as many images as there is room for.
        /// </summary>
        /// <returns>The bytes of the network then.</returns>
        public static long Fit(NetworkPlan plan, long available)
        {
            return plan.IsStreamed ? FitStreamed(plan, available) : FitResident(plan, available);
        }

        private static long FitStreamed(NetworkPlan plan, long available)
        {
            plan.Room = MostRoom;
            plan.ImagesInFlight = 1;
            while (plan.Room > 1 && Of(plan) > available)
            {
                plan.Room /= 2;
            }

            // Weights at a time come before images: for every part of a layer its inputs are drawn again.
            long more = (available - Of(plan)) / OfImage(new MapSizes(plan));
            plan.ImagesInFlight += more < 0 ? 0 : more < MostImages ? (int)more : MostImages - 1;
            return Of(plan);
        }

        private static long OfImage(MapSizes sizes)
        {
            return ObjectsPerImage + (4L * (sizes.Even + sizes.Odd));
        }

        private static long OfPass(NetworkPlan plan, MapSizes sizes)
        {
            return PassObjects + (4L * sizes.PartOutputs) + (2L * (sizes.PartWeights + plan.FrameValues + sizes.MostBiases))
                + (plan.ImagesInFlight * OfImage(sizes));
        }

        private static long FitResident(NetworkPlan plan, long available)
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
            bytes += plan.IsStreamed ? OfPass(plan, sizes) : 4L * (sizes.Even + sizes.Odd);
            long length = plan.Passes.ForwardLength;
            bool hasFixedNumbers = plan.Passes.Source == StreamSource.Sobol || plan.Passes.Source == StreamSource.Ramp;
            for (int i = 0; i < plan.LayerCount; i++)
            {
                bytes += ObjectsPerLayer;
                if (plan.Layers[i].IsProduct)
                {
                    bytes += ObjectsPerProductLayer + (plan.IsStreamed ? ObjectsPerStreamedLayer : 0)
                        + (plan.HasCells ? 2 * CellMemory.OfBank(plan.Cells, plan.Cells.Lanes) : 0)
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
