namespace ScEdge.Cli.Views;

/// <summary>
/// A row of the live table: one epoch of one seed.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">The epoch, 1 first.</param>
/// <param name="Fp32">The FP32 training, or null.</param>
/// <param name="Stochastic">The stochastic training, or null.</param>
internal sealed record EpochRow(ulong Seed, int Epoch, LegCells? Fp32, LegCells? Stochastic)
{
    /// <summary>Gets FP32 minus stochastic test accuracy in points, or null.</summary>
    public double? DropPoints => 100 * (Fp32?.TestAccuracy - Stochastic?.TestAccuracy);
}
