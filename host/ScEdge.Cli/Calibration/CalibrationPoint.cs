namespace ScEdge.Cli.Calibration;

/// <summary>
/// One probability of a calibrated cell.
/// </summary>
/// <param name="Probability">The probability that was asked for.</param>
/// <param name="Millivolts">The voltage that the calibration gives for it; mV.</param>
/// <param name="TrueProbability">What the simulated cell does at that voltage.</param>
/// <param name="Bound">Largest error that the calibration allows.</param>
internal sealed record CalibrationPoint(double Probability, int Millivolts, double TrueProbability, double Bound)
{
    /// <summary>Gets by how much the cell is off.</summary>
    public double Error => TrueProbability - Probability;
}
