using ScEdge.Device.Configurations;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.States
{
    /// <summary>
    /// Puts a state image in force: looks through all of it first, so that a bad one changes nothing.
    /// </summary>
    internal static class StateLoader
    {
        /// <summary>Loads an image of the right length.</summary>
        /// <returns>Whether it was good.</returns>
        public static bool Load(BoardState state, StateImageKind kind, byte[] image)
        {
            return Walk(state, kind, image, false) && Walk(state, kind, image, true);
        }

        private static bool Walk(BoardState state, StateImageKind kind, byte[] image, bool applies)
        {
            Configuration configuration = state.Configuration;
            int position = 0;
            if (kind == StateImageKind.Full)
            {
                if (applies)
                {
                    state.StepsDone = LittleEndian.ReadUInt32(image, 0);
                    state.LastStep = LittleEndian.ReadUInt32(image, 4);
                }

                position = 8;
            }

            for (int i = 0; i < configuration.Tensors.Length && position >= 0; i++)
            {
                TensorOptimizer tensor = configuration.Tensors[i];
                position = kind == StateImageKind.Weights
                    ? TakeRegisters(image, position, tensor.Weights, tensor.WeightLimit, applies)
                    : TakeTensor(image, position, tensor, applies);
                if (applies)
                {
                    tensor.Refresh();
                }
            }

            if (applies)
            {
                state.Touch();
            }

            return position == image.Length;
        }

        private static int TakeTensor(byte[] image, int position, TensorOptimizer tensor, bool applies)
        {
            int fractionBits = (int)LittleEndian.ReadUInt32(image, position);
            uint cyclesLow = LittleEndian.ReadUInt32(image, position + 4);
            long cycles = (long)(cyclesLow | ((ulong)LittleEndian.ReadUInt32(image, position + 8) << 32));
            if (!SettingsCheck.IsAuxiliaryScale(fractionBits) || cycles < 0)
            {
                return -1;
            }

            position += 12;
            uint[] memory = tensor.Bank.Memory;
            for (int i = 0; memory != null && i < memory.Length; i++)
            {
                if (applies)
                {
                    memory[i] = LittleEndian.ReadUInt32(image, position);
                }

                position += 4;
            }

            if (applies)
            {
                tensor.AuxiliaryFractionBits = fractionBits;
                tensor.Bank.Restore(cycles);
            }

            position = TakeRegisters(image, position, tensor.Weights, tensor.WeightLimit, applies);
            for (int j = 0; tensor.Auxiliary(j) != null && position >= 0; j++)
            {
                position = TakeRegisters(image, position, tensor.Auxiliary(j), tensor.AuxiliaryLimit, applies);
            }

            return position;
        }

        /// <returns>The position behind the registers; -1 if one is beyond its limit.</returns>
        private static int TakeRegisters(byte[] image, int position, short[] registers, int limit, bool applies)
        {
            for (int i = 0; i < registers.Length; i++)
            {
                int value = (short)(image[position] | (image[position + 1] << 8));
                if (value > limit || value < -limit)
                {
                    return -1;
                }

                if (applies)
                {
                    registers[i] = (short)value;
                }

                position += 2;
            }

            return position;
        }
    }
}
