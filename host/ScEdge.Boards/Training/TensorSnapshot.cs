using System.Collections.Generic;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Boards.Training;

/// <summary>
/// The registers of a tensor as they were at a moment.
/// </summary>
internal sealed class TensorSnapshot
{
    private readonly List<short[]> _registers = [];
    private readonly int _auxiliaryFractionBits;
    private readonly long _cycles;

    /// <summary>Copies the registers.</summary>
    public TensorSnapshot(TensorOptimizer tensor)
    {
        _registers.Add((short[])tensor.Weights.Clone());
        for (int i = 0; tensor.Auxiliary(i) is { } registers; i++)
        {
            _registers.Add((short[])registers.Clone());
        }

        _auxiliaryFractionBits = tensor.AuxiliaryFractionBits;
        _cycles = tensor.Bank.Cycles;
    }

    /// <summary>Puts the registers back.</summary>
    public void Restore(TensorOptimizer tensor)
    {
        _registers[0].CopyTo(tensor.Weights, 0);
        for (int i = 1; i < _registers.Count; i++)
        {
            _registers[i].CopyTo(tensor.Auxiliary(i - 1), 0);
        }

        tensor.AuxiliaryFractionBits = _auxiliaryFractionBits;
        tensor.Bank.Restore(_cycles);
    }
}
