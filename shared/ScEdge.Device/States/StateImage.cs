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
        private readonly BoardState state;
        private readonly byte[] scratch = new byte[256];
        private readonly TensorStateWriter writer = new TensorStateWriter();

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

            writer.Begin(null, 0, 0, 0);
            Write(kind, int.MaxValue);
            return writer.Position;
        }

        /// <summary>Reads a part of an image.</summary>
        /// <param name="kind">Which image.</param>
        /// <param name="start">First byte of it.</param>
        /// <param name="buffer">Receives the bytes.</param>
        /// <param name="offset">Where the first goes.</param>
        /// <param name="count">How many; all of them lie within the image.</param>
        public void Read(StateImageKind kind, int start, byte[] buffer, int offset, int count)
        {
            writer.Begin(buffer, offset, start, count);
            Write(kind, start + count);
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

        private void Write(StateImageKind kind, int end)
        {
            if (kind == StateImageKind.Full)
            {
                writer.UInt32(state.StepsDone);
                writer.UInt32(state.LastStep);
            }

            TensorOptimizer[] tensors = state.Configuration.Tensors;
            for (int i = 0; i < tensors.Length && writer.Position < end; i++)
            {
                if (kind == StateImageKind.Weights)
                {
                    TensorState.VisitWeights(tensors[i], writer);
                }
                else
                {
                    TensorState.Visit(tensors[i], writer);
                }
            }
        }
    }
}
