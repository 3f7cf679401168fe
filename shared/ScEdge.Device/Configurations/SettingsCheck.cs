using System;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// What settings can be used: outside of these ranges the arithmetic of the optimisers has no meaning.
    /// </summary>
    internal static class SettingsCheck
    {
        /// <summary>The most parameters of a board: their counters stay within 32 bits for streams up to 512 bits.</summary>
        public const int MostParameters = 1 << 24;

        /// <summary>The largest power of two, up or down, of the scale of gradients and weights: FP32 reaches down to 2^-149.</summary>
        public const int LargestExponent = 160;

        private const int LongestStream = 4096;

        /// <summary>Returns what is wrong with the settings, or null.</summary>
        public static string Problem(ConfigurationPlan plan)
        {
            if (plan.Request.Mode < RegisterMode.Resident || plan.Request.Mode > RegisterMode.Reading)
            {
                return "The mode must be 1, resident, 2, tiled, or 3, reading.";
            }

            if (!OptimizerDescription.IsKnown((OptimizerKind)plan.Request.Optimizer))
            {
                return "The board has no such optimiser.";
            }

            OptimizerSettings settings = plan.Settings;
            if (settings.Encoding > UpdateEncoding.Bipolar
                || (settings.Encoding != UpdateEncoding.SignMagnitude && !plan.Optimizer.HasBipolarForm))
            {
                return "The encoding must be 0, sign-magnitude, or 1, bipolar; an optimiser that divides has only the first.";
            }

            if (settings.RateAsStream && !plan.Optimizer.UsesRateStream)
            {
                return "An optimiser that divides takes the remainder of the learning rate into its division; it has no stream for it.";
            }

            return StreamProblem(plan) ?? RegisterProblem(settings) ?? CellProblem(plan.Cells, settings.LaneRotation);
        }

        /// <summary>Returns what is wrong with the costs, or null.</summary>
        public static string CostProblem(SetOperationCostsRequest costs)
        {
            for (int i = 0; i < costs.Attojoules.Length; i++)
            {
                if (costs.Attojoules[i] < 0)
                {
                    return "A cost must not be negative.";
                }
            }

            return null;
        }

        /// <summary>Returns the number of parameters of a tensor, 0 if it is none or too large.</summary>
        public static long TensorLength(AddTensorRequest tensor)
        {
            long length = tensor.Rank < 1 || tensor.Rank > MessageLimits.Dimensions ? 0 : 1;
            for (int i = 0; i < tensor.Rank && length != 0; i++)
            {
                length *= tensor.Shape[i];
                if (length > MostParameters)
                {
                    return 0;
                }
            }

            return length;
        }

        private static string StreamProblem(ConfigurationPlan plan)
        {
            OptimizerSettings settings = plan.Settings;
            if (IsNoStream(settings.GradientLength) || IsNoStream(settings.DecayLength) || IsNoStream(settings.WeightLength))
            {
                return "A stream must have 1 to 4096 bits.";
            }

            if (plan.Optimizer.HasQuotient && (settings.WeightLength & (settings.WeightLength - 1)) != 0)
            {
                return "The weight stream of an optimiser that divides must be a power of two long.";
            }

            int cells = plan.Cells.CellsPerLane;
            bool fits = settings.GradientLength <= cells && settings.DecayLength <= cells && settings.WeightLength <= cells;
            return fits || plan.Cells.SerialWrite ? null : "A lane must have as many cells as the longest stream has bits.";
        }

        private static string RegisterProblem(OptimizerSettings settings)
        {
            if (settings.WeightBits < 2 || settings.WeightBits > 16 || settings.MomentumBits < 2 || settings.MomentumBits > 16)
            {
                return "A register must have 2 to 16 bits.";
            }

            if (settings.MomentumDecay < 1 || settings.MomentumDecay > 65536 || settings.WeightDecay > 65536)
            {
                return "The decay of the momentum must be 1 to 65536 and that of the weights 0 to 65536.";
            }

            return settings.ScaleShift > 15 ? "The scale of Adam must decay by 2^-15 or more." : null;
        }

        /// <summary>Returns what is wrong with cells, or null.</summary>
        public static string CellProblem(CellBankSettings settings, int laneRotation)
        {
            if (settings.Lanes < 1 || settings.Lanes > MostParameters || settings.CellsPerLane < 1 || settings.CellsPerLane > LongestStream
                || laneRotation < 0)
            {
                return "A bank must have 1 to 16,777,216 lanes of 1 to 4096 cells, and lanes must not rotate backwards.";
            }

            if (settings.Law != null && !settings.Law.IsUsable())
            {
                return "The law of the cells must be lines of 2 to 32 points that rise.";
            }

            bool isPhysical = IsUpTo(settings.DeviceToDevice, 8) && IsUpTo(settings.CycleToCycle, 8)
                && Within(settings.DriveOffset, -64.0, 64.0) && Within(settings.ResidualFilament, -64.0, 64.0)
                && IsUpTo(settings.ReadDisturb, 1) && IsUpTo(settings.Wear, 64)
                && IsUpTo(settings.DriveDrift, 64) && IsUpTo(settings.LineDrop, 64)
                && Within(settings.ReadDisturb + settings.ReadMiss, settings.ReadDisturb, 1.0)
                && (settings.LineDrop == 0.0 || settings.DeviceToDevice == 0.0)
                && IsUpTo(settings.SetDroop, settings.Law == null ? 64 : 0)
                && Within(settings.StuckSet, 0.0, 0.999) && Within(settings.StuckReset, 0.0, 0.999)
                && settings.StuckSet + settings.StuckReset < 1.0 && settings.DriveBits <= 16 && settings.EnduranceCycles >= 0;
            return isPhysical
                ? null
                : "An effect of the cells is outside of its range (spreads 0 to 8, offsets -64 to 64, shares 0 to 1, no drop with a spread, "
                    + "no droop with a law).";
        }

        private static bool IsNoStream(int length)
        {
            return length < 1 || length > LongestStream;
        }

        private static bool IsUpTo(double value, int high)
        {
            return Within(value, 0.0, high);
        }

        internal static bool Within(double value, double low, double high)
        {
            // What is no number must be told by its bits: on the chip every comparison with it holds.
            const long ExponentMask = 0x7FF0000000000000;
            return (BitConverter.DoubleToInt64Bits(value) & ExponentMask) != ExponentMask && value >= low && value <= high;
        }
    }
}
