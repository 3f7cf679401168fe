using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// How much memory a configuration takes, before it is made.
    /// </summary>
    /// <remarks>
    /// The arrays exactly, objects by a rounded-up share for each tensor: on the chip every field takes 12 bytes, and a tensor
    /// has an optimiser, a bank and up to six streams of some 20 fields each, and counts for up to three phases; one that is only read has no
    /// streams. The cells of all tensors share their response tables, unless they wear out each at their own pace;
    /// where the drive drifts, there are the tables before and after.
    /// </remarks>
    internal static class MemoryEstimate
    {
        private const long ObjectsPerTensor = 2560;
        private const long ObjectsPerReadTensor = 1056;
        private const long SpareBytes = 64;

        /// <summary>Returns the bytes of a configuration.</summary>
        public static long Of(ConfigurationPlan plan, int tileLength)
        {
            long perParameter = 2 + (2 * plan.Optimizer.Auxiliaries.Length);
            bool isRead = plan.Request.Mode == RegisterMode.Reading;
            bool isTiled = plan.Request.Mode == RegisterMode.Tiled;
            int gradient = plan.Request.Mode == RegisterMode.Resident ? 2 : 0;
            int tables = plan.Cells.Wear > 0.0 ? plan.TensorCount : plan.Cells.DriveDrift > 0.0 ? 2 : 1;
            long bytes = ConfigurationRecord.Capacity + SpareBytes + (tables * CellMemory.OfResponses(plan.Cells));
            for (int i = 0; i < plan.TensorCount; i++)
            {
                bytes += isTiled ? tileLength * perParameter : plan.Lengths[i] * (perParameter + gradient);
                bytes += isRead ? ObjectsPerReadTensor : ObjectsPerTensor;
                bytes += CellMemory.OfBank(plan.Cells, plan.Lanes[i]);
            }

            return isTiled ? bytes + (2 * tileLength) : bytes;
        }
    }
}
