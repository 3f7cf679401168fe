using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// What a host says beforehand of the registers of a layer that it streams.
    /// </summary>
    public sealed class StreamedRegisters
    {
        /// <summary>Index of the weight tensor in the network.</summary>
        public readonly uint Identity;

        /// <summary>Fraction bits of the weights and of the biases.</summary>
        public readonly int WeightFractionBits, BiasFractionBits;

        /// <summary>Largest magnitude of the weights.</summary>
        public readonly uint WeightMaximum;

        /// <summary>Keeps what a request says.</summary>
        public StreamedRegisters(AddStreamedLayerRequest request)
        {
            Identity = request.Identity;
            WeightFractionBits = request.WeightFractionBits;
            BiasFractionBits = request.BiasFractionBits;
            WeightMaximum = (uint)request.WeightMaximum;
        }
    }
}
