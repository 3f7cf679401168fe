namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// The circuit with another number of lanes, under one library.
/// </summary>
/// <param name="Library">Cost library.</param>
/// <param name="Lanes">Lanes.</param>
/// <param name="AreaSquareMicrometres">Area; um2.</param>
/// <param name="PowerWatts">Mean power at full speed; W.</param>
/// <param name="UpdatesPerSecond">Parameters updated per second.</param>
public sealed record LaneResult(string Library, int Lanes, double AreaSquareMicrometres, double PowerWatts, double UpdatesPerSecond);
