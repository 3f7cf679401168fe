using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// How much memory a configuration takes, before it is made.
    /// </summary>
    /// <remarks>
    /// The arrays exactly, objects by a rounded-up share for each tensor: on the chip every field takes 12 bytes, and a tensor
    /// has an optimiser, a bank and up to six streams of some 20 fields each, and counts for up to three phases.
    /// </remarks>
    internal static class MemoryEstimate
    {
        private const long ObjectsPerTensor = 2560;
        private const long ResponseNodes = 210;
        private const long SpareBytes = 64;

        /// <summary>Returns the bytes of a configuration.</summary>
        public static long Of(ConfigurationPlan plan, int tileLength)
        {
            long perParameter = 2 + (2 * plan.Auxiliaries);
            long bytes = ConfigurationRecord.Capacity + SpareBytes;
            for (int i = 0; i < plan.TensorCount; i++)
            {
                bytes += plan.Settings.Mode == ConfigurationPlan.Resident
                    ? plan.Lengths[i] * (perParameter + 2)
                    : tileLength * perParameter;
                bytes += ObjectsPerTensor + Cells(plan, plan.Lanes[i]);
            }

            return plan.Settings.Mode == ConfigurationPlan.Resident ? bytes : bytes + (2 * tileLength);
        }

        private static long Cells(ConfigurationPlan plan, long lanes)
        {
            long words = lanes * ((plan.Settings.CellsPerLane + 31) / 32);
            long classes = plan.Settings.DeviceToDevice > 0.0 ? 32 : 1;
            long bytes = 2 * ResponseNodes * classes * (plan.HasCellMemory ? 2 : 1);
            if (classes > 1)
            {
                bytes += (lanes * plan.Settings.CellsPerLane) + SpareBytes;
            }

            if (plan.HasCellMemory)
            {
                bytes += 4 * words;
            }

            if (plan.Settings.StuckSet > 0.0 || plan.Settings.StuckReset > 0.0)
            {
                bytes += 2 * 4 * words;
            }

            // A converter's table of its steps.
            return plan.Settings.DriveBits > 0 ? bytes + (4L << plan.Settings.DriveBits) : bytes;
        }
    }
}
