namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The streams that an update of one tensor draws; each has random numbers of its own.
    /// </summary>
    /// <remarks>The number of a stream within a run is tensor x 16 + kind; the values are part of the stream format.</remarks>
    public enum StreamKind
    {
        /// <summary>The gradient, added to the momentum (or, without momentum, taken from the weight).</summary>
        Gradient = 0,

        /// <summary>The share of the momentum that decays.</summary>
        Decay = 1,

        /// <summary>The change of the weight.</summary>
        Weight = 2,

        /// <summary>The share of the weight that decays.</summary>
        WeightDecay = 3,

        /// <summary>The remainder of the learning rate, one stream for the whole tensor.</summary>
        Rate = 4,

        /// <summary>The magnitude of the gradient, added to Adam's scale.</summary>
        ScaleGradient = 5,

        /// <summary>The share of Adam's scale that decays.</summary>
        ScaleDecay = 6,

        /// <summary>A stream that thins out another one by a fixed probability.</summary>
        Gate = 7,

        /// <summary>Fair bits that round the momentum where its scale is widened.</summary>
        Rounding = 8,
    }
}
