namespace ScEdge.Reporting.Model;

/// <summary>A configuration between accuracy and cost.</summary>
/// <param name="Name">What it is called in the plot, for example its stream length.</param>
/// <param name="DropPoints">FP32 minus stochastic accuracy, mean over the seeds; points.</param>
/// <param name="HalfWidth95">Half width of the 95 % interval of that mean; over seeds and images, of a single seed over images; points.</param>
/// <param name="EnergyPicojoules">Energy of a parameter update; pJ.</param>
/// <param name="AreaSquareMillimetres">Area; mm2.</param>
public sealed record TradeOff(
    string Name, double DropPoints, double HalfWidth95, double EnergyPicojoules, double AreaSquareMillimetres);
