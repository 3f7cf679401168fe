using System;
using System.Linq;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// What one thread needs to take a block of images through the passes: circuits, memory, counts.
/// </summary>
internal sealed class PassWorker
{
    /// <summary>Fraction bits of the errors of the logits.</summary>
    public const int ErrorFractionBits = 24;

    private readonly PassRoute _route;
    private readonly ForwardCircuit[] _forward;
    private readonly BackwardCircuit[] _backward;
    private readonly CoincidenceCircuit[] _coincidences;
    private readonly FullScale[] _scales = new FullScale[PassScratch.BlockLength];
    private readonly int[][] _inputs = new int[PassScratch.BlockLength][];
    private readonly int[][] _outputs = new int[PassScratch.BlockLength][];
    private readonly float[] _logits;
    private readonly float[] _gradients;
    private readonly int[] _labels = new int[LaneVector.Count];
    private readonly float[] _losses = new float[LaneVector.Count];
    private readonly int[] _predictions = new int[LaneVector.Count];

    public PassWorker(PassRoute route, PassSettings settings, bool backward)
    {
        _route = route;
        WindowShape[] shapes = [.. route.Stages.Select(static stage => stage.Shape)];
        _forward = [.. route.Stages.Select(ForwardCircuit.Of)];
        _backward = backward ? [.. route.Stages.Select(BackwardCircuit.Of)] : [];
        _coincidences = backward ? [.. route.Stages.Select(CoincidenceCircuit.Of)] : [];
        Scratch = new PassScratch(shapes, settings, backward);
        ByOperand = [.. shapes.Select(static _ => PassBooks.NewCounts())];
        int classes = route.MapLengths[^1];
        _logits = new float[classes * LaneVector.Count];
        _gradients = new float[classes * LaneVector.Count];
    }

    /// <summary>Memory that the circuits work in.</summary>
    public PassScratch Scratch { get; }

    /// <summary>What drawing and gates did, by product layer and operand; a gate counts where its first operand does.</summary>
    public OperationCounts[][] ByOperand { get; }

    /// <summary>Compares the passes of the first images of a batch with exact products; null where nobody does.</summary>
    public PassErrorProbe? Probe { get; set; }

    /// <summary>A loss per image of the last block.</summary>
    public ReadOnlySpan<float> Losses => _losses;

    /// <summary>The class with the greatest logit per image of the last block.</summary>
    public ReadOnlySpan<int> Predictions => _predictions;

    /// <summary>Returns the counters of a product layer's coincidences.</summary>
    public CoincidenceCounters CountersOf(ProductStage stage) => _coincidences[stage.Index].Counters;

    /// <summary>Takes a block of images forward.</summary>
    /// <param name="block">Images with their serial numbers; their map 0 is filled.</param>
    /// <param name="serials">Serial number of each.</param>
    /// <param name="weights">The weights by product layer.</param>
    public void Forward(ReadOnlySpan<ImageRecord> block, ReadOnlySpan<uint> serials, LayerWeights[] weights)
    {
        foreach (PassStep step in _route.Steps)
        {
            if (step is ProductStep product)
            {
                ForwardProduct(product, block, serials, weights[product.Stage.Index]);
                continue;
            }

            foreach (ImageRecord image in block)
            {
                if (step is PoolingStep pooling)
                {
                    pooling.Forward(image);
                }
                else
                {
                    MapKernel.Rectify(image.Maps[step.Input]);
                }
            }
        }
    }

    /// <summary>Judges the logits of a block and sets their errors.</summary>
    /// <param name="block">Images.</param>
    /// <param name="labels">Class of each.</param>
    /// <param name="errorScale">Factor of the errors, 1 to below 2.</param>
    /// <param name="backward">Whether errors are wanted.</param>
    public void Judge(ReadOnlySpan<ImageRecord> block, ReadOnlySpan<int> labels, float errorScale, bool backward)
    {
        int last = _route.MapLengths.Length - 1;
        int classes = _route.MapLengths[last];
        labels.CopyTo(_labels);
        for (int lane = 0; lane < block.Length; lane++)
        {
            for (int c = 0; c < classes; c++)
            {
                _logits[(c * LaneVector.Count) + lane] = MathF.ScaleB(block[lane].Maps[last][c], block[lane].Units[last]);
            }
        }

        SoftmaxCrossEntropyKernel.Run(_logits, _labels, block.Length, errorScale, _gradients, _losses, _predictions);
        for (int lane = 0; backward && lane < block.Length; lane++)
        {
            for (int c = 0; c < classes; c++)
            {
                block[lane].Errors[last].All[c] = (int)MathF.Round(MathF.ScaleB(_gradients[(c * LaneVector.Count) + lane], ErrorFractionBits));
            }

            block[lane].ErrorUnits[last] = -ErrorFractionBits;
        }
    }

    /// <summary>Takes the errors of an image back through the network.</summary>
    public void Backward(ImageRecord image, uint serial, LayerWeights[] weights)
    {
        for (int i = _route.Steps.Length - 1; i >= 0; i--)
        {
            PassStep step = _route.Steps[i];
            switch (step)
            {
                case ProductStep product:
                    BackwardProduct(product, image, serial, weights[product.Stage.Index]);
                    break;
                case PoolingStep pooling when step.Input > 0:
                    pooling.Backward(image);
                    break;
                case RectifierStep when step.Input > 0:
                    MapKernel.RectifyErrors(image.Maps[step.Input], image.Errors[step.Input].All);
                    break;
            }
        }
    }

    /// <summary>Counts the coincidences of an image.</summary>
    /// <param name="product">Product layer.</param>
    /// <param name="image">The image.</param>
    /// <param name="serial">Its serial number.</param>
    /// <param name="scale">What coincidences are worth in the batch.</param>
    public void CountCoincidences(ProductStep product, ImageRecord image, uint serial, GradientScale scale)
    {
        ProductStage stage = product.Stage;
        if (image.ErrorScales[stage.Index] is not { Exponent: int errorExponent })
        {
            return;
        }

        int inputExponent = image.InputScales[stage.Index]?.Exponent ?? image.Units[product.Input];
        OperationCounts[] counts = ByOperand[stage.Index];
        _coincidences[stage.Index].Run(
            serial,
            image.Maps[product.Input],
            FullScale.At(inputExponent, image.Units[product.Input]),
            image.Errors[product.Output],
            FullScale.At(errorExponent, image.ErrorUnits[product.Output]),
            scale.Digit(inputExponent, errorExponent),
            scale.BiasDigit(errorExponent),
            Scratch,
            counts);
        long products = stage.Products + (stage.IsRounded ? 0 : stage.Shape.OutputCount);
        stage.CountProducts(PassOperand.GradientInput, products, counts[(int)PassOperand.GradientInput]);
    }

    private void ForwardProduct(ProductStep step, ReadOnlySpan<ImageRecord> block, ReadOnlySpan<uint> serials, LayerWeights weights)
    {
        ProductStage stage = step.Stage;
        for (int i = 0; i < block.Length; i++)
        {
            ImageRecord image = block[i];
            _inputs[i] = image.Maps[step.Input];
            _outputs[i] = image.Maps[step.Output];
            uint maximum = MapKernel.Maximum(_inputs[i]);
            _scales[i] = FullScale.Of(maximum, image.Units[step.Input]);
            image.InputScales[stage.Index] = maximum == 0 ? null : _scales[i];
            image.Units[step.Output] = SumUnit.Exponent(_scales[i], stage.WeightScale, weights.Length);
        }

        OperationCounts counts = ByOperand[stage.Index][(int)PassOperand.ForwardInput];
        _forward[stage.Index].Run(serials, _inputs, _scales, weights, _outputs, Scratch, counts);
        stage.CountProducts(PassOperand.ForwardInput, block.Length * stage.Products, counts);
        for (int i = 0; i < block.Length; i++)
        {
            Scale(stage, _outputs[i], SumUnit.Factor(_scales[i], stage.WeightScale), block[i].Units[step.Output]);
            Probe?.Forward(step, block[i]);
        }
    }

    /// <summary>Turns counts into sums, each with the bias of its output.</summary>
    private static void Scale(ProductStage stage, int[] counts, int factor, int unit)
    {
        int positions = stage.Shape.Positions;
        for (int output = 0; output < stage.Shape.Outputs; output++)
        {
            int bias = SumUnit.Rescale(stage.Bias.Values[output], -stage.Bias.FractionBits - unit);
            MapKernel.Scale(counts.AsSpan(output * positions, positions), factor, bias);
        }
    }

    private void BackwardProduct(ProductStep step, ImageRecord image, uint serial, LayerWeights weights)
    {
        ProductStage stage = step.Stage;
        MapErrors errors = image.Errors[step.Output];
        uint maximum = MapKernel.Maximum(errors.Numbers);
        FullScale scale = FullScale.Of(maximum, image.ErrorUnits[step.Output]);
        image.ErrorScales[stage.Index] = maximum == 0 ? null : scale;
        if (step.Input == 0)
        {
            return;
        }

        OperationCounts counts = ByOperand[stage.Index][(int)PassOperand.BackwardError];
        int[] inputErrors = image.Errors[step.Input].All;
        _backward[stage.Index].Run(serial, errors, scale, weights, inputErrors, Scratch, counts);
        MapKernel.Scale(inputErrors, SumUnit.Factor(scale, stage.WeightScale), bias: 0);
        image.ErrorUnits[step.Input] = SumUnit.Exponent(scale, stage.WeightScale, weights.Length);
        stage.CountProducts(PassOperand.BackwardError, stage.Products, counts);
        Probe?.Backward(step, image);
    }
}
