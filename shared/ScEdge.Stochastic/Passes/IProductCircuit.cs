namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Computes the outputs of a product layer a part at a time, so that whoever runs it can look at other things in between.
    /// </summary>
    /// <remarks>The results are those of ProductLayer.Forward, bit for bit.</remarks>
    public interface IProductCircuit
    {
        /// <summary>Begins some outputs of a layer; with the first ones, draws what can be drawn at once.</summary>
        /// <param name="task">
        /// Shape, numbers, scales; the outputs hold zeros, to which the counts are added. The same object for all outputs.
        /// </param>
        void Begin(ProductTask task);

        /// <summary>Computes the next part.</summary>
        /// <returns>Whether that was the last one.</returns>
        bool Advance();
    }
}
