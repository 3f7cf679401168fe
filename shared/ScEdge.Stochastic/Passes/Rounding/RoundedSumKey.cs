using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Passes.Rounding
{
    /// <summary>
    /// Where the random words that round sums lie in the space of streams.
    /// </summary>
    public static class RoundedSumKey
    {
        /// <summary>Returns the key of the words; sum i of a tensor is rounded by the one at counter i.</summary>
        /// <param name="seed">Seed.</param>
        /// <param name="origin"><see cref="PassKey.TrainingStream"/> or <see cref="PassKey.InferenceStream"/>.</param>
        /// <param name="tensor">Index of the layer's weight tensor.</param>
        /// <param name="sum">Which of the layer's sums.</param>
        /// <param name="serial">Serial number of the image.</param>
        public static ulong Of(ulong seed, uint origin, uint tensor, RoundedSum sum, uint serial)
        {
            return CounterGenerator.Key(seed, origin + (tensor * 16) + (uint)sum, serial);
        }
    }
}
