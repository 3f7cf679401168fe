namespace ScEdge.Benchmarks;

/// <summary>
/// Size of an optimiser benchmark.
/// </summary>
/// <param name="Parameters">Parameters of the tensor.</param>
/// <param name="Lanes">Lanes of cells that serve them in turn.</param>
/// <param name="Length">Bits of a stream.</param>
public sealed record OptimizerCase(int Parameters, int Lanes, int Length)
{
    /// <summary>Short enough that the tables do not cut it: parameters, lanes, bits.</summary>
    public override string ToString() => $"{Parameters}/{Lanes}/{Length}";
}
