using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Makes the streams of one <see cref="PassOperand"/> of one layer.
    /// </summary>
    public interface IStreamMaker
    {
        /// <summary>Gets the stream length in bits.</summary>
        int Length { get; }

        /// <summary>Begins a tensor: with the seed, its serial number determines every random number.</summary>
        /// <param name="serial">Serial number of the image, or of the batch.</param>
        /// <param name="counts">Receives what drawing a shared sequence did.</param>
        void Begin(uint serial, OperationCounts counts);

        /// <summary>Draws the stream of one number of the tensor.</summary>
        /// <param name="index">Index of the number in its tensor.</param>
        /// <param name="probability">P, 0..65536.</param>
        /// <param name="words">Receives the words, the tail of the last zero.</param>
        /// <param name="offset">Where the first goes.</param>
        /// <param name="counts">Receives what it took.</param>
        void Draw(int index, uint probability, uint[] words, int offset, OperationCounts counts);
    }
}
