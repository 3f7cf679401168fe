namespace ScEdge.Training.Passes;

/// <summary>
/// Errors of one pass through one layer against exact products of the same numbers; in units of what the pass computes.
/// </summary>
/// <param name="Tensor">Name of the layer's weight tensor.</param>
/// <param name="Pass">Name of the pass, one of <see cref="PassCounts.Names"/>.</param>
/// <param name="Samples">Sums compared.</param>
/// <param name="ValueSquareSum">Sum of the squares of the exact values.</param>
/// <param name="ErrorSquareSum">Sum of the squares of the errors.</param>
/// <param name="VarianceSum">Sum of the variances that independent bits predict.</param>
public sealed record PassErrorRecord(
    string Tensor, string Pass, long Samples, double ValueSquareSum, double ErrorSquareSum, double VarianceSum)
{
    /// <summary>Adds what a sum holds and empties it.</summary>
    internal PassErrorRecord Take(PassErrorSum sum)
    {
        PassErrorRecord total = this with
        {
            Samples = Samples + sum.Samples,
            ValueSquareSum = ValueSquareSum + sum.ValueSquares,
            ErrorSquareSum = ErrorSquareSum + sum.ErrorSquares,
            VarianceSum = VarianceSum + sum.Variances,
        };
        sum.Clear();
        return total;
    }
}
