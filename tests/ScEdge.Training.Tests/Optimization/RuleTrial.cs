using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Networks;
using ScEdge.Training.Tests.Networks;

namespace ScEdge.Training.Tests.Optimization;

/// <summary>
/// A network whose gradients a test sets, to hold an update rule against a formula. Parameters of all tensors are numbered through.
/// </summary>
internal sealed class RuleTrial
{
    private readonly double[] _initial;

    public RuleTrial(WorkerTeam team)
    {
        Parameters = SmallTraining.Create(team, 1).Parameters;
        _initial = [.. Parameters.SelectMany(parameter => parameter.Values).Select(value => (double)value)];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>A gradient of any size up to 1, both signs; exact in FP32.</summary>
    public static double Gradient(int step, int index)
    {
        uint word = CounterGenerator.Word((uint)step, 17, (uint)index);
        return Math.ScaleB((int)(word >> 9) - (1 << 22), -22 - (int)(word & 7));
    }

    /// <summary>A gradient of size 1/2 to 1, both signs; exact in FP32.</summary>
    public static double LargeGradient(int step, int index)
    {
        uint word = CounterGenerator.Word((uint)step, 18, (uint)index);
        double magnitude = 0.5 + Math.ScaleB(word >> 10, -23);
        return (word & 1) != 0 ? -magnitude : magnitude;
    }

    public double[] InitialValues() => [.. _initial];

    public void SetGradients(Func<int, double> gradient)
    {
        int index = 0;
        foreach (Parameter parameter in Parameters)
        {
            for (int i = 0; i < parameter.Count; i++)
            {
                parameter.Gradients[i] = (float)gradient(index++);
            }
        }
    }

    public void AssertValues(Func<double, int, double> expected, double bound)
    {
        int index = 0;
        foreach (Parameter parameter in Parameters)
        {
            foreach (float value in parameter.Values)
            {
                double wanted = expected(_initial[index], index++);
                Assert.InRange(value, wanted - bound, wanted + bound);
            }
        }
    }
}
