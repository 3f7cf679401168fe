namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The register of an accumulative parallel counter.
/// </summary>
/// <param name="Lowest">Least sum that it holds.</param>
/// <param name="Highest">Largest sum that it holds.</param>
public record struct ParallelCounterRegister(long Lowest, long Highest)
{
    /// <summary>Gets or sets the sum: ones counted, negative streams downwards.</summary>
    public long Sum { get; set; }

    /// <summary>Gets or sets the number of cycles whose sum met the end of the register and was clipped.</summary>
    public long Saturations { get; set; }

    /// <summary>Adds what a cycle counts.</summary>
    internal void Add(long column)
    {
        long sum = Sum + column;
        Sum = sum > Highest ? Highest : sum < Lowest ? Lowest : sum;
        Saturations += Sum == sum ? 0 : 1;
    }
}
