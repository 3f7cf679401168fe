using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Where the random numbers of the passes lie in the space of streams.
    /// </summary>
    public static class PassKey
    {
        /// <summary>First stream number of the passes that train.</summary>
        public const uint TrainingStream = 0x50000000;

        /// <summary>First stream number of the passes that only read: evaluation and use.</summary>
        public const uint InferenceStream = 0x58000000;

        private const uint FirstBank = 0x00010000;

        /// <summary>Returns the number by which the generator knows a stream.</summary>
        /// <param name="origin"><see cref="TrainingStream"/> or <see cref="InferenceStream"/>.</param>
        /// <param name="tensor">Index of the layer's weight tensor.</param>
        /// <param name="operand">Which of the layer's streams.</param>
        public static uint StreamNumber(uint origin, uint tensor, PassOperand operand)
        {
            return origin + (tensor * 16) + (uint)operand;
        }

        /// <summary>
        /// Returns the number of an operand's cells: those of the optimiser are numbered by their tensors, from 0 on, these behind them.
        /// </summary>
        /// <param name="tensor">Index of the layer's weight tensor.</param>
        /// <param name="operand">Which of the layer's streams.</param>
        public static uint BankNumber(uint tensor, PassOperand operand)
        {
            return FirstBank + (tensor * 16) + (uint)operand;
        }

        /// <summary>Returns the key of a tensor's random words.</summary>
        /// <param name="seed">Seed.</param>
        /// <param name="streamNumber">As <see cref="StreamNumber"/> returns it.</param>
        /// <param name="serial">Serial number of the image, or of the batch.</param>
        public static ulong Of(ulong seed, uint streamNumber, uint serial)
        {
            return CounterGenerator.Key(seed, streamNumber, serial);
        }
    }
}
