using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// The fixed-point arithmetic that updates the registers of one tensor.
/// </summary>
/// <remarks>
/// <para>Widths, fraction bits, initial values and the scale that follows the largest auxiliary register are those of
/// <see cref="TensorOptimizer"/>; only what a step adds is the exact value, rounded stochastically once, instead of a bit stream's count.</para>
/// <para>Uniform numbers are the words at stream <see cref="Stream"/> + 4 x tensor + register (0 weights, 1 and 2 auxiliary registers, 3 the
/// halving of auxiliary registers) of the run's seed, step, and the parameter's index as counter.</para>
/// </remarks>
/// <param name="tensor">Registers and integer gradients.</param>
/// <param name="index">Index of the tensor.</param>
/// <param name="settings">Settings that all tensors share; those of bit streams play no part.</param>
internal abstract class FixedPointTensor(StepTensor tensor, uint index, OptimizerSettings settings)
{
    /// <summary>Stream number space of the rounding, apart from the stochastic optimisers' own.</summary>
    public const uint Stream = 0x4800_0000;

    private const uint HalvingRegister = 3;

    private uint _step;
    private double _rate;

    /// <summary>Gets the registers.</summary>
    protected TensorOptimizer Circuit => tensor.Circuit;

    /// <summary>Gets the settings.</summary>
    protected OptimizerSettings Settings => settings;

    /// <summary>Gets the step's integer gradients.</summary>
    protected QuantizedGradient Gradient => tensor.Gradient;

    /// <summary>Gets whether this step is the first with a gradient other than zero.</summary>
    protected bool IsFirst { get; private set; }

    /// <summary>Gets the auxiliary register's steps per unit of the gradient, a power of two.</summary>
    protected double GradientGain => PowerOfTwo(ScaleOr(Gradient.FractionBits) - Gradient.FractionBits);

    /// <summary>Chooses the scales of a step.</summary>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    public void BeginStep(uint step, double rate)
    {
        _step = step;
        _rate = rate;
        IsFirst = Circuit.AuxiliaryFractionBits == TensorOptimizer.NoScale && Gradient.Maximum != 0;
        if (Circuit.Auxiliary(0) is not null)
        {
            Rescale();
        }
    }

    /// <summary>Updates the registers of a range.</summary>
    /// <param name="start">First parameter.</param>
    /// <param name="end">End of the range, exclusive.</param>
    /// <param name="saturations">Receives, phase by phase, the registers that met their end.</param>
    /// <returns>The largest magnitude of its auxiliary registers.</returns>
    public abstract uint Update(int start, int end, int[] saturations);

    /// <summary>Describes a move of the weights that takes rate x quantity from them, and their own decay.</summary>
    /// <param name="quantityFractionBits">Fraction bits of the quantity.</param>
    protected RoundedMove WeightMove(int quantityFractionBits) => new(
        1.0 - (_rate * settings.WeightDecay / 65536.0),
        -_rate * PowerOfTwo(Circuit.WeightFractionBits - quantityFractionBits),
        -Circuit.WeightLimit,
        Circuit.WeightLimit,
        Key(0));

    /// <summary>Returns the key of a register's rounding.</summary>
    protected ulong Key(uint register) => CounterGenerator.Key(settings.Seed, Stream + (4 * index) + register, _step);

    /// <summary>Returns the fraction bits of the auxiliary registers, or others while all are zero and unscaled.</summary>
    protected int ScaleOr(int other) =>
        Circuit.AuxiliaryFractionBits == TensorOptimizer.NoScale ? other : Circuit.AuxiliaryFractionBits;

    private static double PowerOfTwo(int exponent) => Math.ScaleB(1.0, exponent);

    private void Rescale()
    {
        if (Circuit.AuxiliaryFractionBits == TensorOptimizer.NoScale)
        {
            if (IsFirst)
            {
                Circuit.AuxiliaryFractionBits = RegisterScale.FirstFractionBits(Gradient.FractionBits, settings.MomentumBits, Gradient.Maximum);
            }

            return;
        }

        uint largest = 0;
        for (int i = 0; i < Circuit.Description.Auxiliaries.Length; i++)
        {
            largest = Math.Max(largest, Circuit.MaximumOf(TensorArray.FirstAuxiliary + i));
        }

        int shift = RegisterScale.ShiftFor(largest, Circuit.AuxiliaryLimit);
        uint counter = 0;
        for (int i = 0; shift != 0 && i < Circuit.Description.Auxiliaries.Length; i++)
        {
            short[] registers = Circuit.Auxiliary(i);
            if (shift > 0)
            {
                RegisterScale.Double(registers, registers.Length);
            }
            else
            {
                counter = RegisterScale.Halve(registers, registers.Length, Key(HalvingRegister), counter);
            }
        }

        Circuit.AuxiliaryFractionBits += shift;
    }
}
