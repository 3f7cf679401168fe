using System.Collections.Generic;
using ScEdge.Cbram;

namespace ScEdge.Costing.Cells;

/// <summary>Energies of cells, each integrated once, for those who price many circuits of few devices.</summary>
/// <remarks>The integral over the distribution takes a hundred times as long as everything else that a circuit's price needs.</remarks>
public sealed class CellEnergyTable
{
    private readonly Dictionary<(CbramPreset Preset, ProbabilityDistribution Probabilities, double ResetConduction), CellEnergies> _known = [];

    /// <summary>Returns what <see cref="CellEnergies.Of"/> does.</summary>
    public CellEnergies Of(CbramPreset preset, ProbabilityDistribution probabilities, double resetConduction)
    {
        if (!_known.TryGetValue((preset, probabilities, resetConduction), out CellEnergies energies))
        {
            energies = CellEnergies.Of(preset, probabilities, resetConduction);
            _known.Add((preset, probabilities, resetConduction), energies);
        }

        return energies;
    }
}
