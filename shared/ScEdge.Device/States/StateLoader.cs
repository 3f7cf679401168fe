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
            return Walk(state, kind, new TensorStateReader(image, false)) && Walk(state, kind, new TensorStateReader(image, true));
        }

        private static bool Walk(BoardState state, StateImageKind kind, TensorStateReader reader)
        {
            if (kind == StateImageKind.Full)
            {
                uint stepsDone = reader.UInt32();
                uint lastStep = reader.UInt32();
                state.StepsDone = reader.Applies ? stepsDone : state.StepsDone;
                state.LastStep = reader.Applies ? lastStep : state.LastStep;
            }

            TensorOptimizer[] tensors = state.Configuration.Tensors;
            for (int i = 0; i < tensors.Length && !reader.HasFailed; i++)
            {
                if (kind == StateImageKind.Weights)
                {
                    TensorState.VisitWeights(tensors[i], reader);
                }
                else
                {
                    TensorState.Visit(tensors[i], reader);
                }

                if (reader.Applies)
                {
                    tensors[i].Refresh();
                }
            }

            if (reader.Applies)
            {
                state.Touch();
            }

            return !reader.HasFailed;
        }
    }
}
