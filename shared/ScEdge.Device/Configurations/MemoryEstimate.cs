using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// How much memory a configuration takes, before it is made.
    /// </summary>
    /// <remarks>
    /// The arrays exactly, objects by a rounded-up share for each tensor: on the chip every field takes 12 bytes, and a tensor
    /// has an optimiser, a bank and up to six streams of some 20 fields each, and counts for up to three phases. The cells of all tensors share
    /// their response tables, unless they wear out each at their own pace.
    /// </remarks>
    internal static class MemoryEstimate
    {
        private const long ObjectsPerTensor = 2560;
        private const long ResponseNodes = 210;
        private const long SpareBytes = 64;

        /// <summary>Returns the bytes of a configuration.</summary>
        public static long Of(ConfigurationPlan plan, int tileLength)
        {
            long perParameter = 2 + (2 * plan.Optimizer.Auxiliaries.Length);
            int tables = plan.Cells.Wear > 0.0 ? plan.TensorCount : 1;
            long bytes = ConfigurationRecord.Capacity + SpareBytes + (tables * Responses(plan));
            for (int i = 0; i < plan.TensorCount; i++)
            {
                bytes += plan.Request.Mode == RegisterMode.Resident
                    ? plan.Lengths[i] * (perParameter + 2)
                    : tileLength * perParameter;
                bytes += ObjectsPerTensor + Cells(plan, plan.Lanes[i]);
            }

            return plan.Request.Mode == RegisterMode.Resident ? bytes : bytes + (2 * tileLength);
        }

        private static long Responses(ConfigurationPlan plan)
        {
            long classes = plan.Cells.DeviceToDevice > 0.0 ? CellClasses.Count : 1;
            return 2 * ResponseNodes * classes * (plan.HasCellMemory ? 2 : 1);
        }

        private static long Cells(ConfigurationPlan plan, long lanes)
        {
            long words = lanes * ((plan.Cells.CellsPerLane + 31) / 32);
            long bytes = plan.Cells.DeviceToDevice > 0.0 ? (lanes * plan.Cells.CellsPerLane) + SpareBytes : 0;

            if (plan.HasCellMemory)
            {
                bytes += 4 * words;
            }

            if (plan.Cells.StuckSet > 0.0 || plan.Cells.StuckReset > 0.0)
            {
                bytes += 2 * 4 * words;
            }

            // A converter's table of its steps.
            return plan.Cells.DriveBits > 0 ? bytes + (4L << plan.Cells.DriveBits) : bytes;
        }
    }
}
