using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Values in registers of 16 bits, as passes in bit streams read them.
/// </summary>
/// <remarks>
/// A tensor's registers hold round(w 2^f), halves to even, with the most fraction bits f under which its largest magnitude fits: the rounding is
/// no coarser than in training, nothing is clipped, and counters that a run wrote keep their values.
/// </remarks>
internal static class ValueRegisters
{
    // Beyond these a tensor is all but zero, or no network's.
    private const int MostFractionBits = 40;
    private const int FewestFractionBits = -15;

    /// <summary>Returns the registers of all parameters.</summary>
    /// <exception cref="InputException">A value cannot be held.</exception>
    public static IReadOnlyList<RegisterTensor> Of(IReadOnlyList<Parameter> parameters, string path) =>
        [.. parameters.Select(parameter => Of(parameter, path))];

    private static RegisterTensor Of(Parameter parameter, string path)
    {
        double maximum = 0;
        foreach (float value in parameter.Values)
        {
            maximum = float.IsFinite(value) ? Math.Max(maximum, Math.Abs((double)value)) : double.PositiveInfinity;
            if (double.IsInfinity(maximum))
            {
                break;
            }
        }

        int fractionBits = MostFractionBits;
        while (fractionBits >= FewestFractionBits && Math.Round(Math.ScaleB(maximum, fractionBits)) > short.MaxValue)
        {
            fractionBits--;
        }

        if (fractionBits < FewestFractionBits)
        {
            throw new InputException(
                $"{path} holds a number in {parameter.Name} that no register can hold: give the parameters of a network that did not diverge.");
        }

        short[] registers = [.. parameter.Values.Select(value => (short)Math.Round(Math.ScaleB((double)value, fractionBits)))];
        return new RegisterTensor(registers, fractionBits);
    }
}
