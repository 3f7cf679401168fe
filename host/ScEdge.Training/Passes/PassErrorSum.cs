namespace ScEdge.Training.Passes;

/// <summary>The sums of a <see cref="PassErrorRecord"/> over one image, or over one batch.</summary>
internal sealed class PassErrorSum
{
    public long Samples { get; private set; }

    public double ValueSquares { get; private set; }

    public double ErrorSquares { get; private set; }

    public double Variances { get; private set; }

    /// <summary>Adds one number.</summary>
    /// <param name="value">What the streams gave.</param>
    /// <param name="exact">The exact value.</param>
    /// <param name="variance">Predicted variance.</param>
    public void Add(double value, double exact, double variance)
    {
        Samples++;
        ValueSquares += exact * exact;
        ErrorSquares += (value - exact) * (value - exact);
        Variances += variance;
    }

    public void Clear()
    {
        Samples = 0;
        ValueSquares = 0;
        ErrorSquares = 0;
        Variances = 0;
    }
}
