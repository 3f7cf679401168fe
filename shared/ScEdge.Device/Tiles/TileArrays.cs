using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Tiles
{
    /// <summary>
    /// Which arrays a tile carries to a phase and back: bit 0 gradients, 1 weights, 2 and 3 auxiliary registers.
    /// </summary>
    internal static class TileArrays
    {
        public const int Gradients = 1;
        public const int Weights = 2;
        public const int FirstAuxiliary = 4;
        public const int SecondAuxiliary = 8;

        /// <summary>Returns the arrays that a phase reads.</summary>
        /// <param name="optimizer">Optimiser.</param>
        /// <param name="phase">Phase, or <see cref="TileRunner.RescalePhase"/>.</param>
        public static int Inputs(OptimizerKind optimizer, int phase)
        {
            if (phase == TileRunner.RescalePhase)
            {
                return Outputs(optimizer, phase);
            }

            switch (optimizer)
            {
                case OptimizerKind.Sgd:
                    return Gradients | Weights;
                case OptimizerKind.Momentum:
                    return phase == 0 ? Gradients | FirstAuxiliary : Weights | FirstAuxiliary;
                default:
                    return phase == 0 ? Gradients | FirstAuxiliary
                        : phase == 1 ? Gradients | SecondAuxiliary
                        : Weights | FirstAuxiliary | SecondAuxiliary;
            }
        }

        /// <summary>Returns the arrays that a phase changes.</summary>
        /// <param name="optimizer">Optimiser.</param>
        /// <param name="phase">Phase, or <see cref="TileRunner.RescalePhase"/>.</param>
        public static int Outputs(OptimizerKind optimizer, int phase)
        {
            if (phase == TileRunner.RescalePhase)
            {
                return optimizer == OptimizerKind.Adam ? FirstAuxiliary | SecondAuxiliary : FirstAuxiliary;
            }

            switch (optimizer)
            {
                case OptimizerKind.Sgd:
                    return Weights;
                case OptimizerKind.Momentum:
                    return phase == 0 ? FirstAuxiliary : Weights;
                default:
                    return phase == 0 ? FirstAuxiliary : phase == 1 ? SecondAuxiliary : Weights;
            }
        }

        /// <summary>Returns how many arrays there are in a set.</summary>
        public static int Count(int arrays)
        {
            return (arrays & 1) + ((arrays >> 1) & 1) + ((arrays >> 2) & 1) + ((arrays >> 3) & 1);
        }
    }
}
