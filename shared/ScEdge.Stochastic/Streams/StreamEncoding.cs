namespace ScEdge.Stochastic.Streams
{
    /// <summary>How the share of ones in a stream stands for a number.</summary>
    /// <remarks>
    /// With C ones in N bits. (B. Gaines, "Stochastic Computing Systems", Advances in Information Systems Science 2,
    /// 1969.) Operators refuse to mix encodings: the same gate means different arithmetic in each.
    /// </remarks>
    public enum StreamEncoding
    {
        /// <summary>A number of 0..1: C / N.</summary>
        Unipolar,

        /// <summary>A number of -1..1: (2 C - N) / N; zero is p = 1/2.</summary>
        Bipolar,

        /// <summary>A magnitude of 0..1 with a sign kept beside the stream: C / N or -C / N.</summary>
        SignMagnitude,
    }
}
