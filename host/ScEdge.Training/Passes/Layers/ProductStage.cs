using System;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// A product layer: its windows, its registers, and the generators of its operands.
/// </summary>
internal sealed class ProductStage
{
    private readonly OperandStreams[] _operands = new OperandStreams[(int)PassOperand.GradientOne + 1];
    private readonly ulong _seed;
    private readonly uint _origin;

    /// <summary>Makes the generators of a layer.</summary>
    /// <param name="index">Index among the product layers.</param>
    /// <param name="tensor">Index of the weight tensor; the bias follows it.</param>
    /// <param name="shape">Windows.</param>
    /// <param name="weights">Registers of the weights.</param>
    /// <param name="bias">Registers of the biases.</param>
    /// <param name="settings">Settings of the passes.</param>
    /// <param name="newBank">Makes the cells of an operand; null where none take part.</param>
    /// <param name="origin">First stream number of the passes.</param>
    public ProductStage(
        int index,
        int tensor,
        WindowShape shape,
        RegisterTensor weights,
        RegisterTensor bias,
        PassSettings settings,
        Func<uint, PassOperand, CellBank>? newBank,
        uint origin)
    {
        Index = index;
        Tensor = tensor;
        Shape = shape;
        Weights = weights;
        Bias = bias;
        IsRounded = settings.Source == StreamSource.Rounding;
        IsBipolar = settings.Encoding == PassEncoding.Bipolar;
        (_seed, _origin) = (settings.Seed, origin);
        Products = shape.Products;
        for (int i = 0; i < _operands.Length; i++)
        {
            PassOperand operand = (PassOperand)i;
            _operands[i] = new OperandStreams(settings, newBank?.Invoke((uint)tensor, operand), origin, (uint)tensor, operand);
        }
    }

    public int Index { get; }

    public int Tensor { get; }

    public WindowShape Shape { get; }

    /// <summary>Products of an image, padding left out.</summary>
    public long Products { get; }

    public RegisterTensor Weights { get; }

    public RegisterTensor Bias { get; }

    /// <summary>Whether products are those of binary integers, their sums rounded stochastically.</summary>
    public bool IsRounded { get; }

    /// <summary>Whether streams are bipolar, and gates XNOR.</summary>
    public bool IsBipolar { get; }

    /// <summary>Scale of the weights in this step.</summary>
    public FullScale WeightScale { get; private set; }

    /// <summary>SET/RESET cycles that the cells of each operand have taken.</summary>
    public long[] Cycles
    {
        get => [.. _operands.Select(static operand => operand.Bank?.Cycles ?? 0)];
        set
        {
            for (int i = 0; i < _operands.Length; i++)
            {
                _operands[i].Bank?.Restore(value[i]);
            }
        }
    }

    /// <summary>Whether the cells of some operand remember their last bit.</summary>
    public bool HasMemory => _operands.Any(static operand => operand.Bank is { HasMemory: true });

    /// <summary>Last bit of every cell, by operand; empty where none is remembered. The backing arrays.</summary>
    public uint[][] Memory => [.. _operands.Select(static operand => operand.Bank?.Memory ?? [])];

    public OperandStreams this[PassOperand operand] => _operands[(int)operand];

    /// <summary>Returns whether the products of an operand are looked up by levels: where both factors share sequences short enough.</summary>
    /// <param name="operand">First operand of a pass: the second is the next one.</param>
    public bool HasLevels(PassOperand operand) =>
        this[operand].IsShared
        && this[operand + 1].IsShared
        && ScatterLevelKernel.CanServe(Shape, this[operand].Length)
        && LevelKernel.Pays(this[operand].Length);

    /// <summary>Returns the key of the words that round sums of an image.</summary>
    public ulong KeyOf(RoundedSum sum, uint serial) => RoundedSumKey.Of(_seed, _origin, (uint)Tensor, sum, serial);

    /// <summary>Counts products where their first operand does: a gate for each bit of a stream, or a multiplication.</summary>
    /// <param name="operand">First operand of the pass.</param>
    /// <param name="products">The products.</param>
    /// <param name="counts">Counts of the operand.</param>
    public void CountProducts(PassOperand operand, long products, OperationCounts counts)
    {
        if (IsRounded)
        {
            counts.Multiplications += products;
        }
        else if (IsBipolar)
        {
            counts.XnorOperations += products * this[operand].Length;
        }
        else
        {
            counts.AndOperations += products * this[operand].Length;
        }
    }

    /// <summary>Makes room for all weights.</summary>
    /// <param name="operand">The weights of the forward or of the backward pass.</param>
    public LayerWeights NewWeights(PassOperand operand)
    {
        bool forward = operand == PassOperand.ForwardWeight;
        return IsRounded ? new IntegerWeights(this, this[operand], forward)
            : HasLevels(operand - 1) ? new LevelWeights(this, this[operand], forward)
            : new StreamWeights(this, this[operand], forward);
    }

    /// <summary>Takes the scale of the weights as the registers stand, and the drive of the cells where it has drifted to.</summary>
    /// <param name="serial">Step index, or serial number of the batch.</param>
    public void BeginStep(uint serial)
    {
        WeightScale = FullScale.Of(MapKernel.Maximum(Weights.Values), -Weights.FractionBits);
        foreach (OperandStreams operand in _operands)
        {
            operand.Bank?.BeginStep(serial);
        }
    }

    /// <summary>Lets cells that remember forget their last bits.</summary>
    public void Forget()
    {
        foreach (OperandStreams operand in _operands)
        {
            if (operand.Bank?.Memory is { } memory)
            {
                Array.Clear(memory);
            }
        }
    }

    /// <summary>Lets the cells of the operands age by what they did.</summary>
    public void Age(OperationCounts[] byOperand)
    {
        for (int i = 0; i < _operands.Length; i++)
        {
            _operands[i].Bank?.Age(byOperand[i].SetEvents);
        }
    }
}
