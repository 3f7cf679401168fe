using System;
using ScEdge.Input;

namespace ScEdge.Cbram;

/// <summary>Name, meaning and range of one non-ideality, as the command line and preset files use it.</summary>
public sealed class NonidealityDefinition
{
    private readonly Func<Nonidealities, double> get;
    private readonly Func<Nonidealities, double, Nonidealities> set;

    internal NonidealityDefinition(
        string name,
        double maximum,
        string meaning,
        Func<Nonidealities, double> get,
        Func<Nonidealities, double, Nonidealities> set)
    {
        Name = name;
        Maximum = maximum;
        Meaning = meaning;
        this.get = get;
        this.set = set;
    }

    /// <summary>Name, such as <c>device-to-device</c>.</summary>
    public string Name { get; }

    /// <summary>Smallest value; 0 unless the quantity is signed. Zero always means off.</summary>
    public double Minimum { get; internal init; }

    /// <summary>Largest value.</summary>
    public double Maximum { get; }

    /// <summary>Whether only whole numbers make sense.</summary>
    public bool WholeNumber { get; internal init; }

    /// <summary>Whether the effect is drawn apart from the pulses and so may have a seed of its own.</summary>
    public bool HasSeed => SeedOf is not null;

    /// <summary>What the value is, with its unit.</summary>
    public string Meaning { get; }

    /// <summary>Reads the value out of a set of non-idealities.</summary>
    public double Get(Nonidealities nonidealities) => get(nonidealities);

    /// <summary>Returns the set with this value changed.</summary>
    /// <exception cref="InputException">The value is out of range.</exception>
    public Nonidealities Set(Nonidealities nonidealities, double value) => set(nonidealities, Checked(value));

    internal Func<Nonidealities, ulong?>? SeedOf { get; init; }

    internal Func<Nonidealities, ulong, Nonidealities>? WithSeed { get; init; }

    internal double Checked(double value)
    {
        if (!(value >= Minimum && value <= Maximum) || (WholeNumber && value != Math.Floor(value)))
        {
            string kind = WholeNumber ? "a whole number" : "a number";
            throw new InputException(
                $"{Name}={value:G6} is out of range: give {kind} from {Minimum:G6} to {Maximum:G6}, the {Meaning}; 0 is off.");
        }

        // Negative zero is off too; it must not make two equal settings print differently.
        return value == 0.0 ? 0.0 : value;
    }
}
