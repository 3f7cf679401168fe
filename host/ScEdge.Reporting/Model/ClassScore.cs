namespace ScEdge.Reporting.Model;

/// <summary>The score of a class over several readings.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Mean">Mean score.</param>
/// <param name="Deviation">Standard deviation of one reading.</param>
public sealed record ClassScore(string Name, double Mean, double Deviation);
