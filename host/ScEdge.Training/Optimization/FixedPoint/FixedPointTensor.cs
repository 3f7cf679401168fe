using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// The integer registers of one tensor and the fixed-point arithmetic that updates them.
/// </summary>
/// <remarks>
/// <para>Widths, fraction bits, initial values and the scale that follows the largest auxiliary register are those of
/// <see cref="TensorOptimizer"/>; only what a step adds is the exact value, rounded stochastically once, instead of a bit stream's count.</para>
/// <para>Uniform numbers are the words at stream <see cref="Stream"/> + 4 x tensor + register (0 weights, 1 and 2 auxiliary registers, 3 the
/// halving of auxiliary registers) of the run's seed, step, and the parameter's index as counter.</para>
/// </remarks>
internal abstract class FixedPointTensor
{
    /// <summary>Stream number space of the rounding, apart from the stochastic optimisers' own.</summary>
    public const uint Stream = 0x4800_0000;

    private const uint HalvingRegister = 3;

    private readonly Parameter _parameter;
    private readonly uint _index;
    private readonly int _weightLimit;
    private uint _maximum;
    private uint _step;
    private double _rate;

    /// <summary>Makes the registers and fills the weights with the network's present values.</summary>
    /// <param name="parameter">Tensor of the network.</param>
    /// <param name="index">Index of the tensor.</param>
    /// <param name="settings">Settings that all tensors share; those of bit streams play no part.</param>
    /// <param name="weightFractionBits">Fraction bits of the weight registers.</param>
    /// <param name="gradientBits">Bits of an integer gradient, 8 or 16.</param>
    /// <param name="auxiliaryCount">Number of auxiliary registers per parameter.</param>
    protected FixedPointTensor(
        Parameter parameter, uint index, OptimizerSettings settings, int weightFractionBits, int gradientBits, int auxiliaryCount)
    {
        _parameter = parameter;
        _index = index;
        Settings = settings;
        WeightFractionBits = weightFractionBits;
        _weightLimit = (1 << (settings.WeightBits - 1)) - 1;
        AuxiliaryLimit = (1 << (settings.MomentumBits - 1)) - 1;
        Gradient = new QuantizedGradient(parameter.Count, gradientBits, settings.Seed, index);
        Weights = new short[parameter.Count];
        Auxiliaries = new short[auxiliaryCount][];
        for (int i = 0; i < auxiliaryCount; i++)
        {
            Auxiliaries[i] = new short[parameter.Count];
        }

        InitialRegisters.Fill(Weights, parameter.Values, weightFractionBits, _weightLimit);
        Refresh();
    }

    /// <summary>Gets the name of the tensor.</summary>
    public string Name => _parameter.Name;

    /// <summary>Gets the weight registers.</summary>
    public short[] Weights { get; }

    /// <summary>Gets the auxiliary registers: momentum, or mean and scale, or none.</summary>
    public short[][] Auxiliaries { get; }

    /// <summary>Gets the fraction bits of a weight register.</summary>
    public int WeightFractionBits { get; }

    /// <summary>Gets or sets the fraction bits of the auxiliary registers; <see cref="TensorOptimizer.NoScale"/> before the first gradient.</summary>
    public int AuxiliaryFractionBits { get; set; } = TensorOptimizer.NoScale;

    /// <summary>Gets the settings.</summary>
    protected OptimizerSettings Settings { get; }

    /// <summary>Gets the step's integer gradients.</summary>
    protected QuantizedGradient Gradient { get; }

    /// <summary>Gets the largest magnitude of an auxiliary register.</summary>
    protected int AuxiliaryLimit { get; }

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
        Gradient.BeginStep(_parameter.Gradients, step);
        IsFirst = AuxiliaryFractionBits == TensorOptimizer.NoScale && Gradient.Maximum != 0;
        if (Auxiliaries.Length > 0)
        {
            Rescale();
        }
    }

    /// <summary>Updates a range of the tensor and writes its values to the network.</summary>
    /// <returns>The largest magnitude of its auxiliary registers.</returns>
    public uint Run(ParameterRange range)
    {
        Gradient.Quantize(_parameter.Gradients, range.Start, range.End);
        uint maximum = Update(range.Start, range.End);
        Write(range.Start, range.End);
        return maximum;
    }

    /// <summary>Takes the largest magnitude of all auxiliary registers after the step.</summary>
    public void EndStep(uint maximum) => _maximum = maximum;

    /// <summary>Takes over registers that were filled from outside.</summary>
    public void Refresh()
    {
        _maximum = 0;
        foreach (short[] registers in Auxiliaries)
        {
            _maximum = Math.Max(_maximum, RegisterScale.MaximumOf(registers));
        }

        Write(0, Weights.Length);
    }

    /// <summary>Updates the registers of a range.</summary>
    /// <returns>The largest magnitude of its auxiliary registers.</returns>
    protected abstract uint Update(int start, int end);

    /// <summary>Describes a move of the weights that takes rate x quantity from them, and their own decay.</summary>
    /// <param name="quantityFractionBits">Fraction bits of the quantity.</param>
    protected RoundedMove WeightMove(int quantityFractionBits) => new(
        1.0 - (_rate * Settings.WeightDecay / 65536.0),
        -_rate * PowerOfTwo(WeightFractionBits - quantityFractionBits),
        -_weightLimit,
        _weightLimit,
        Key(0));

    /// <summary>Returns the key of a register's rounding.</summary>
    protected ulong Key(uint register) => CounterGenerator.Key(Settings.Seed, Stream + (4 * _index) + register, _step);

    /// <summary>Returns the fraction bits of the auxiliary registers, or others while all are zero and unscaled.</summary>
    protected int ScaleOr(int other) => AuxiliaryFractionBits == TensorOptimizer.NoScale ? other : AuxiliaryFractionBits;

    private static double PowerOfTwo(int exponent) => Math.ScaleB(1.0, exponent);

    private void Rescale()
    {
        if (AuxiliaryFractionBits == TensorOptimizer.NoScale)
        {
            if (IsFirst)
            {
                AuxiliaryFractionBits = RegisterScale.FirstFractionBits(Gradient.FractionBits, Settings.MomentumBits, Gradient.Maximum);
            }

            return;
        }

        int shift = RegisterScale.ShiftFor(_maximum, AuxiliaryLimit);
        uint counter = 0;
        foreach (short[] registers in shift == 0 ? [] : Auxiliaries)
        {
            if (shift > 0)
            {
                RegisterScale.Double(registers, registers.Length);
            }
            else
            {
                counter = RegisterScale.Halve(registers, registers.Length, Key(HalvingRegister), counter);
            }
        }

        AuxiliaryFractionBits += shift;
    }

    private void Write(int start, int end) => RegisterValueKernel.Convert(
        Weights.AsSpan(start..end), MathF.ScaleB(1f, -WeightFractionBits), _parameter.Values.AsSpan(start..end));
}
