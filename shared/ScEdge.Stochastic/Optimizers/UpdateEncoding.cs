namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// How an update carries its sign through the stochastic circuit.
    /// </summary>
    public enum UpdateEncoding
    {
        /// <summary>
        /// The magnitude is the stream, the sign a wire beside it. Noise falls with the value: variance q^2 N p (1 - p).
        /// </summary>
        SignMagnitude = 0,

        /// <summary>
        /// p = (1 + x) / 2 and an up/down counter, 2C - N. The noise, q^2 N (1 - x^2), is largest at x = 0, where most
        /// updates are, and a bias of the cells pushes every weight the same way.
        /// </summary>
        Bipolar = 1,
    }
}
