namespace ScEdge.Training.Runs;

/// <summary>
/// Errors of one kind of stochastic update on one tensor, against theory; in steps of the register that it changes.
/// </summary>
/// <param name="Phase">Name of the phase: what it updates.</param>
/// <param name="Tensor">Name of the tensor.</param>
/// <param name="Samples">Updates compared.</param>
/// <param name="ErrorSum">Sum of (change - expected change).</param>
/// <param name="SquareSum">Sum of the squares of the errors.</param>
/// <param name="VarianceSum">Sum of the variances that binomial counting predicts.</param>
public sealed record UpdateErrorRecord(
    string Phase, string Tensor, long Samples, double ErrorSum, double SquareSum, double VarianceSum);
