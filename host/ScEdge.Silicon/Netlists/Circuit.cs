using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Netlists;

/// <summary>A netlist of library cells without its hierarchy, which every cell remembers.</summary>
/// <param name="Name">Name of the outermost module.</param>
/// <param name="Modules">Modules in the order in which they were met.</param>
/// <param name="Cells">Cells.</param>
/// <param name="NetCount">Number of nets.</param>
/// <param name="Names">The nets of every named wire, last bit first, by scope and name with slashes between; scopes are names of instances.</param>
/// <param name="Inputs">Nets driven from outside.</param>
/// <param name="Outputs">Nets that something outside reads.</param>
public sealed record Circuit(
    string Name,
    IReadOnlyList<CircuitModule> Modules,
    IReadOnlyList<CircuitCell> Cells,
    int NetCount,
    IReadOnlyDictionary<string, int[]> Names,
    IReadOnlyList<int> Inputs,
    IReadOnlyList<int> Outputs)
{
    /// <summary>Net of the constant 0.</summary>
    public const int Low = 0;

    /// <summary>Net of the constant 1, and of all that has no value.</summary>
    public const int High = 1;

    /// <summary>Returns the load of every net: the capacitance of the pins that it drives and a wire to each; fF.</summary>
    /// <param name="wireFemtofarads">Capacitance of the wire to a pin; fF.</param>
    public double[] Loads(double wireFemtofarads)
    {
        double[] loads = new double[NetCount];
        foreach (CircuitCell cell in Cells)
        {
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets))
            {
                if (!pin.IsOutput && net >= 0)
                {
                    loads[net] += pin.CapacitanceFemtofarads + wireFemtofarads;
                }
            }
        }

        return loads;
    }
}

/// <summary>A module of a circuit.</summary>
/// <param name="Name">Name, without its parameters.</param>
/// <param name="Instances">How often it is there.</param>
public sealed record CircuitModule(string Name, int Instances);

/// <summary>A cell of a circuit.</summary>
/// <param name="Name">Name with the instances around it.</param>
/// <param name="Type">Its library cell.</param>
/// <param name="Module">Index of the module in which it stands.</param>
/// <param name="Nets">Net of every pin in the order of the library cell; -1 where nothing is connected.</param>
public sealed record CircuitCell(string Name, LibertyCell Type, int Module, int[] Nets);
