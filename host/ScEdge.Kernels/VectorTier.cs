namespace ScEdge.Kernels;

/// <summary>
/// The instructions for which the stochastic kernels have code of their own.
/// </summary>
public enum VectorTier
{
    /// <summary>None: the scalar code of the shared library, which defines every bit.</summary>
    Scalar = 0,

    /// <summary>Vectors of 128 bits as every processor has them: SSE and its successors, AdvSimd.</summary>
    Bits128 = 128,

    /// <summary>AVX2: vectors of 256 bits.</summary>
    Bits256 = 256,

    /// <summary>AVX-512 (F, BW, DQ): vectors of 512 bits.</summary>
    Bits512 = 512,
}
