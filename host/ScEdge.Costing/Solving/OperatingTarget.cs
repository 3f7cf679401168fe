namespace ScEdge.Costing.Solving;

/// <summary>What a chip may take.</summary>
/// <param name="AreaSquareMicrometres">Largest area; um2; positive.</param>
/// <param name="PowerWatts">Largest mean power; W; positive.</param>
public sealed record OperatingTarget(double AreaSquareMicrometres, double PowerWatts);
