namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Writes any part of a sequence of tensors' states as bytes, without making the rest; little-endian, registers of 16 bits.
    /// </summary>
    public sealed class TensorStateWriter : ITensorStateVisitor
    {
        private byte[] target;
        private int shift;
        private int first;
        private int end;

        /// <summary>Gets the bytes that the visited parts have in the sequence.</summary>
        public int Position { get; private set; }

        /// <summary>Returns the length of a tensor's state; bytes.</summary>
        public static int LengthOf(TensorOptimizer tensor)
        {
            TensorStateWriter writer = new TensorStateWriter();
            TensorState.Visit(tensor, writer);
            return writer.Position;
        }

        /// <summary>Returns a tensor's whole state.</summary>
        public static byte[] Copy(TensorOptimizer tensor)
        {
            byte[] state = new byte[LengthOf(tensor)];
            TensorStateWriter writer = new TensorStateWriter();
            writer.Begin(state, 0, 0, state.Length);
            TensorState.Visit(tensor, writer);
            return state;
        }

        /// <summary>Begins a sequence anew; what is visited next stands at its start.</summary>
        /// <param name="buffer">Receives the bytes; null to measure only.</param>
        /// <param name="offset">Where the first wanted byte goes.</param>
        /// <param name="start">The first wanted byte of the sequence.</param>
        /// <param name="count">How many are wanted.</param>
        public void Begin(byte[] buffer, int offset, int start, int count)
        {
            target = buffer;
            shift = offset - start;
            first = start;
            end = buffer == null ? start : start + count;
            Position = 0;
        }

        /// <summary>Writes 32 bits.</summary>
        public void UInt32(uint value)
        {
            Number(value, 4);
        }

        /// <inheritdoc/>
        public int FractionBits(int value)
        {
            Number((uint)value, 4);
            return value;
        }

        /// <inheritdoc/>
        public long Cycles(long value)
        {
            Number((ulong)value, 8);
            return value;
        }

        /// <inheritdoc/>
        public void Memory(uint[] words)
        {
            for (int i = 0; i < words.Length; i++)
            {
                Number(words[i], 4);
            }
        }

        /// <inheritdoc/>
        public void Registers(string name, short[] registers, int limit)
        {
            int start = Position;
            int length = 2 * registers.Length;
            int from = first > start ? first : start;
            int to = end < start + length ? end : start + length;
            byte[] bytes = target;
            for (int i = from; i < to; i++)
            {
                int value = registers[(i - start) >> 1];
                bytes[shift + i] = (byte)(((i - start) & 1) == 0 ? value : value >> 8);
            }

            Position = start + length;
        }

        private void Number(ulong value, int length)
        {
            for (int i = 0; i < length; i++)
            {
                if (Position >= first && Position < end)
                {
                    target[shift + Position] = (byte)(value >> (8 * i));
                }

                Position++;
            }
        }
    }
}
