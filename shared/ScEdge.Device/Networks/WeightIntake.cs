using System;
using ScEdge.Protocol.Framing;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// Registers that a host streams, on their way through the board: those that have come and were not used yet, and the biases of a layer.
    /// </summary>
    public sealed class WeightIntake
    {
        private int filled;
        private int biases;
        private uint maximum;

        /// <summary>Registers that were not used yet, the next one first. The backing array.</summary>
        public readonly short[] Values;

        /// <summary>Biases of the layer under way. The backing array.</summary>
        public readonly short[] Biases;

        /// <summary>Makes room.</summary>
        /// <param name="mostValues">The most registers that are kept until they can be used.</param>
        /// <param name="mostBiases">The most biases of a layer.</param>
        public WeightIntake(int mostValues, int mostBiases)
        {
            Values = new short[mostValues];
            Biases = new short[mostBiases];
        }

        /// <summary>Gets the bytes that have come.</summary>
        public uint Received { get; private set; }

        /// <summary>Gets the largest magnitude of the weights of the layer that were used.</summary>
        public uint Maximum
        {
            get { return maximum; }
        }

        /// <summary>Forgets everything: the registers of the first layer come next.</summary>
        public void Forget()
        {
            Received = 0;
            filled = 0;
            BeginLayer();
        }

        /// <summary>Begins a layer: its biases come next.</summary>
        public void BeginLayer()
        {
            biases = 0;
            maximum = 0;
        }

        /// <summary>Takes registers, 16 bits each.</summary>
        public void Take(byte[] bytes, int offset, int count)
        {
            int registers = count / 2;
            LittleEndian.ReadInt16s(bytes, offset, Values, filled, registers, short.MaxValue + 1);
            filled += registers;
            Received += (uint)count;
        }

        /// <summary>Returns whether all biases of the layer have come, and behind them so many weights.</summary>
        public bool Has(int layerBiases, int weights)
        {
            int count = layerBiases - biases;
            count = count < filled ? count : filled;
            Array.Copy(Values, 0, Biases, biases, count);
            biases += count;
            Drop(count);
            return biases == layerBiases && filled >= weights;
        }

        /// <summary>Gives up the next weights, which were used.</summary>
        public void Use(int weights)
        {
            uint largest = RegisterScale.MaximumOf(Values, weights);
            maximum = largest > maximum ? largest : maximum;
            Drop(weights);
        }

        private void Drop(int count)
        {
            filled -= count;
            Array.Copy(Values, count, Values, 0, filled);
        }
    }
}
