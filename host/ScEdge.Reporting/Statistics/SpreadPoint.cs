namespace ScEdge.Reporting.Statistics;

/// <summary>Mean and range over seeds at one position of a training.</summary>
/// <param name="Epoch">Position in passes over the training set.</param>
/// <param name="Mean">Mean over the seeds.</param>
/// <param name="Lowest">Lowest seed.</param>
/// <param name="Highest">Highest seed.</param>
public sealed record SpreadPoint(double Epoch, double Mean, double Lowest, double Highest);
