namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// One figure of the self-measurement.
/// </summary>
/// <param name="Name">Name in the JSON output.</param>
/// <param name="Description">What was measured.</param>
/// <param name="Median">Figure from the median time.</param>
/// <param name="Best">Figure from the shortest time.</param>
/// <param name="Unit">Unit of both.</param>
internal sealed record BenchmarkRow(string Name, string Description, double Median, double Best, string Unit)
{
    /// <summary>Makes the row of a rate.</summary>
    /// <param name="name">Name.</param>
    /// <param name="description">What was measured.</param>
    /// <param name="amount">Amount per repetition, in units.</param>
    /// <param name="measurement">Times.</param>
    /// <param name="unit">Unit per second.</param>
    public static BenchmarkRow Rate(string name, string description, double amount, Measurement measurement, string unit) =>
        new(name, description, amount / measurement.MedianSeconds, amount / measurement.LeastSeconds, unit);
}
