namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Takes tensors' states from the bytes that <see cref="TensorStateWriter"/> wrote, or only looks whether they can be.
    /// </summary>
    /// <remarks>The bytes must be as many as the states take; after an impossible part the rest is passed over.</remarks>
    public sealed class TensorStateReader : ITensorStateVisitor
    {
        /// <summary>
        /// The largest power of two of the auxiliary registers: they begin near the gradients' and may move by one in every step.
        /// </summary>
        public const int LargestExponent = 4096;

        private readonly byte[] bytes;

        /// <summary>Makes a reader.</summary>
        /// <param name="bytes">States, one after the other.</param>
        /// <param name="applies">Whether the tensors take what is read; otherwise they stay as they are.</param>
        public TensorStateReader(byte[] bytes, bool applies)
        {
            this.bytes = bytes;
            Applies = applies;
        }

        /// <summary>Gets whether the tensors take what is read.</summary>
        public bool Applies { get; }

        /// <summary>Gets where the next part begins.</summary>
        public int Position { get; private set; }

        /// <summary>Gets whether a part was impossible: a register beyond its limit, a scale out of all bounds, a negative age.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Puts a tensor into a state that <see cref="TensorStateWriter.Copy"/> returned.</summary>
        public static void Restore(TensorOptimizer tensor, byte[] state)
        {
            TensorState.Visit(tensor, new TensorStateReader(state, true));
            tensor.Refresh();
        }

        /// <summary>Returns whether auxiliary registers can have a scale, or as yet none.</summary>
        public static bool IsScale(int fractionBits)
        {
            return fractionBits == TensorOptimizer.NoScale || (fractionBits >= -LargestExponent && fractionBits <= LargestExponent);
        }

        /// <summary>Reads 32 bits.</summary>
        public uint UInt32()
        {
            return (uint)Number(4);
        }

        /// <inheritdoc/>
        public int FractionBits(int value)
        {
            int read = (int)(uint)Number(4);
            HasFailed |= !IsScale(read);
            return Applies ? read : value;
        }

        /// <inheritdoc/>
        public long Cycles(long value)
        {
            long read = (long)Number(8);
            HasFailed |= read < 0;
            return Applies ? read : value;
        }

        /// <inheritdoc/>
        public void Memory(uint[] words)
        {
            for (int i = 0; i < words.Length; i++)
            {
                uint read = (uint)Number(4);
                words[i] = Applies ? read : words[i];
            }
        }

        /// <inheritdoc/>
        public void Registers(string name, short[] registers, int limit)
        {
            int at = Position;
            for (int i = 0; i < registers.Length && !HasFailed; i++)
            {
                int value = (short)(bytes[at] | (bytes[at + 1] << 8));
                HasFailed = value > limit || value < -limit;
                if (Applies)
                {
                    registers[i] = (short)value;
                }

                at += 2;
            }

            Position += 2 * registers.Length;
        }

        private ulong Number(int length)
        {
            ulong value = 0;
            for (int i = 0; i < length; i++)
            {
                value |= (ulong)bytes[Position] << (8 * i);
                Position++;
            }

            return value;
        }
    }
}
