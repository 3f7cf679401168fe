namespace ScEdge.Silicon.Liberty;

/// <summary>Energy that a cell takes inside when a pin changes; what the load of the pin takes is not in it.</summary>
/// <param name="RelatedPins">The inputs one of which brings the change about; empty for the power of an input pin itself.</param>
/// <param name="When">The states in which it holds; null for all.</param>
/// <param name="Rise">Energy when the pin rises, over transition time and load; fJ; null for none.</param>
/// <param name="Fall">Energy when it falls.</param>
public sealed record InternalPower(string[] RelatedPins, BooleanFunction? When, LookupTable? Rise, LookupTable? Fall);

/// <summary>Leakage of a cell in some of its states.</summary>
/// <param name="When">The states.</param>
/// <param name="Nanowatts">Leakage; nW.</param>
public sealed record StateLeakage(BooleanFunction When, double Nanowatts);
