using ScEdge.Device.Configurations;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.States
{
    /// <summary>
    /// The resident state as a sequence of bytes (hw-docs/protocol.md), any part of which can be read without making the rest.
    /// </summary>
    public sealed class StateImage
    {
        private const int HeaderLength = 8;
        private const int TensorHeaderLength = 12;

        private readonly BoardState state;
        private readonly byte[] scratch = new byte[256];
        private readonly byte[] header = new byte[TensorHeaderLength];
        private byte[] target;
        private int targetOffset;
        private int from;
        private int to;
        private int position;

        /// <summary>Makes the view of a board's state.</summary>
        public StateImage(BoardState state)
        {
            this.state = state;
        }

        /// <summary>Returns the length of an image.</summary>
        public int Length(StateImageKind kind)
        {
            Configuration configuration = state.Configuration;
            if (kind == StateImageKind.Weights)
            {
                return 2 * configuration.Parameters;
            }

            int length = HeaderLength;
            for (int i = 0; i < configuration.Tensors.Length; i++)
            {
                TensorOptimizer tensor = configuration.Tensors[i];
                uint[] memory = tensor.Bank.Memory;
                length += TensorHeaderLength + (memory == null ? 0 : 4 * memory.Length) + (2 * tensor.Weights.Length);
                for (int j = 0; tensor.Auxiliary(j) != null; j++)
                {
                    length += 2 * tensor.Weights.Length;
                }
            }

            return length;
        }

        /// <summary>Reads a part of an image.</summary>
        /// <param name="kind">Which image.</param>
        /// <param name="start">First byte of it.</param>
        /// <param name="buffer">Receives the bytes.</param>
        /// <param name="offset">Where the first goes.</param>
        /// <param name="count">How many; all of them lie within the image.</param>
        public void Read(StateImageKind kind, int start, byte[] buffer, int offset, int count)
        {
            target = buffer;
            targetOffset = offset - start;
            from = start;
            to = start + count;
            position = 0;
            if (kind == StateImageKind.Full)
            {
                LittleEndian.WriteUInt32(header, 0, state.StepsDone);
                LittleEndian.WriteUInt32(header, 4, state.LastStep);
                PutBytes(header, HeaderLength);
            }

            TensorOptimizer[] tensors = state.Configuration.Tensors;
            for (int i = 0; i < tensors.Length && position < to; i++)
            {
                if (kind == StateImageKind.Weights)
                {
                    PutRegisters(tensors[i].Weights);
                }
                else
                {
                    PutTensor(tensors[i]);
                }
            }
        }

        /// <summary>Returns the CRC-32 of a whole image.</summary>
        public uint Check(StateImageKind kind)
        {
            int length = Length(kind);
            uint check = Crc32.Empty;
            for (int start = 0; start < length; start += scratch.Length)
            {
                int count = length - start < scratch.Length ? length - start : scratch.Length;
                Read(kind, start, scratch, 0, count);
                check = Crc32.Continue(check, scratch, 0, count);
            }

            return check;
        }

        private void PutTensor(TensorOptimizer tensor)
        {
            LittleEndian.WriteUInt32(header, 0, (uint)tensor.AuxiliaryFractionBits);
            ulong cycles = (ulong)tensor.Bank.Cycles;
            LittleEndian.WriteUInt32(header, 4, (uint)cycles);
            LittleEndian.WriteUInt32(header, 8, (uint)(cycles >> 32));
            PutBytes(header, TensorHeaderLength);
            uint[] memory = tensor.Bank.Memory;
            for (int i = 0; memory != null && i < memory.Length; i++)
            {
                LittleEndian.WriteUInt32(header, 0, memory[i]);
                PutBytes(header, 4);
            }

            PutRegisters(tensor.Weights);
            for (int j = 0; tensor.Auxiliary(j) != null; j++)
            {
                PutRegisters(tensor.Auxiliary(j));
            }
        }

        /// <summary>Passes over a section of the image and copies what was asked for.</summary>
        private void PutBytes(byte[] section, int length)
        {
            int first = from > position ? from : position;
            int end = to < position + length ? to : position + length;
            for (int i = first; i < end; i++)
            {
                target[targetOffset + i] = section[i - position];
            }

            position += length;
        }

        private void PutRegisters(short[] registers)
        {
            int start = position;
            int length = 2 * registers.Length;
            int first = from > start ? from : start;
            int end = to < start + length ? to : start + length;
            byte[] bytes = target;
            int shift = targetOffset;
            for (int i = first; i < end; i++)
            {
                int value = registers[(i - start) >> 1];
                bytes[shift + i] = (byte)(((i - start) & 1) == 0 ? value : value >> 8);
            }

            position = start + length;
        }
    }
}
