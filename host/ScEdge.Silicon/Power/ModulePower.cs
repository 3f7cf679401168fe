namespace ScEdge.Silicon.Power;

/// <summary>Energy of a phase, by where it goes.</summary>
/// <param name="Internal">Within cells, by their tables; fJ.</param>
/// <param name="Switching">Into the loads of nets that cells drive, C V^2 / 2 a change; fJ.</param>
/// <param name="FromOutside">Into pins on nets that are driven from outside, the clock among them; fJ.</param>
public readonly record struct SwitchingEnergy(double Internal, double Switching, double FromOutside)
{
    /// <summary>Gets the sum; fJ.</summary>
    public double Total => Internal + Switching + FromOutside;

    /// <summary>Adds two energies.</summary>
    public static SwitchingEnergy operator +(SwitchingEnergy one, SwitchingEnergy other) =>
        new(one.Internal + other.Internal, one.Switching + other.Switching, one.FromOutside + other.FromOutside);

    /// <summary>Adds two energies.</summary>
    public static SwitchingEnergy Add(SwitchingEnergy one, SwitchingEnergy other) => one + other;
}

/// <summary>Area, leakage and energy of a module's own cells, those of modules in it not included, over all its instances.</summary>
/// <param name="Module">Name.</param>
/// <param name="Instances">How often it is there.</param>
/// <param name="Cells">Cells.</param>
/// <param name="AreaSquareMicrometres">Area; um2.</param>
/// <param name="LeakageNanowatts">Leakage, states weighted by their time; nW.</param>
/// <param name="Energy">Energy in the phase.</param>
public sealed record ModulePower(
    string Module, int Instances, int Cells, double AreaSquareMicrometres, double LeakageNanowatts, SwitchingEnergy Energy);
