using System;
using System.Linq;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;

namespace ScEdge.Training.Passes;

/// <summary>
/// What one thread needs to take a block of images through the passes: kernels, memory for streams, counters, counts.
/// </summary>
internal sealed class PassWorker
{
    /// <summary>Images of a block: a dense layer's weights stay in the cache while all of them meet one group of outputs.</summary>
    public const int BlockLength = 8;

    /// <summary>Fraction bits of the errors of the logits.</summary>
    public const int ErrorFractionBits = 24;

    private readonly PassRoute _route;
    private readonly ForwardKernel[] _forward;
    private readonly BackwardKernel[] _backward;
    private readonly CoincidenceKernel[] _coincidences;
    private readonly WordBuffer[] _words = new WordBuffer[BlockLength];
    private readonly WordBuffer _errorWords;
    private readonly uint[] _probabilities;
    private readonly uint[] _one;
    private readonly ushort[] _numbers;
    private readonly int[][] _bias = new int[BlockLength][];
    private readonly float[] _logits;
    private readonly float[] _gradients;
    private readonly int[] _labels = new int[LaneVector.Count];
    private readonly float[] _losses = new float[LaneVector.Count];
    private readonly int[] _predictions = new int[LaneVector.Count];
    private readonly OperationCounts _discarded = new();

    public PassWorker(PassRoute route, PassSettings settings, bool backward)
    {
        _route = route;
        WindowShape[] shapes = [.. route.Stages.Select(static stage => stage.Shape)];
        _forward = [.. shapes.Select(static shape => new ForwardKernel(shape))];
        _backward = backward ? [.. shapes.Select(static shape => new BackwardKernel(shape))] : [];
        _coincidences = backward ? [.. shapes.Select(shape => new CoincidenceKernel(shape, settings.GradientLength))] : [];
        Counters = backward ? [.. shapes.Select(static shape => new CoincidenceCounters(shape))] : [];
        ByOperand = [.. shapes.Select(static _ =>
            Enumerable.Range(0, (int)PassOperand.GradientOne + 1).Select(static _ => new OperationCounts()).ToArray())];
        int forwardWords = (settings.ForwardLength + 31) / 32;
        int backwardWords = (settings.BackwardLength + 31) / 32;
        int gradientWords = (settings.GradientLength + 31) / 32;
        int largestInput = shapes.Max(static shape => shape.InputCount);
        int largestOutput = shapes.Max(static shape => shape.OutputCount);
        int largestDense = shapes.Where(static shape => shape.Positions == 1).Max(static shape => shape.InputCount);
        for (int i = 0; i < BlockLength; i++)
        {
            int length = (i == 0 ? largestInput : largestDense) * Math.Max(forwardWords, gradientWords);
            _words[i] = new WordBuffer(i == 0 && backward ? Math.Max(length, largestOutput * backwardWords) : length);
            _bias[i] = new int[shapes.Max(static shape => shape.Outputs)];
        }

        _errorWords = new WordBuffer(backward ? largestOutput * gradientWords : 0);
        _probabilities = new uint[Math.Max(largestInput, largestOutput)];
        _one = new uint[gradientWords];
        _numbers = new ushort[Math.Max(settings.ForwardLength, Math.Max(settings.BackwardLength, settings.GradientLength))];
        int classes = route.MapLengths[^1];
        _logits = new float[classes * LaneVector.Count];
        _gradients = new float[classes * LaneVector.Count];
    }

    /// <summary>Counters of coincidences, by product layer.</summary>
    public CoincidenceCounters[] Counters { get; }

    /// <summary>What drawing and gates did, by product layer and operand; a gate counts where its first operand does.</summary>
    public OperationCounts[][] ByOperand { get; }

    /// <summary>A loss per image of the last block.</summary>
    public ReadOnlySpan<float> Losses => _losses;

    /// <summary>The class with the greatest logit per image of the last block.</summary>
    public ReadOnlySpan<int> Predictions => _predictions;

    /// <summary>Compares the passes of the first images of a batch with exact products; null where nobody does.</summary>
    public PassErrorProbe? Probe { get; set; }

    /// <summary>Draws the streams of the weights of some outputs.</summary>
    /// <param name="stage">Product layer.</param>
    /// <param name="operand">Weights of the forward or of the backward pass.</param>
    /// <param name="serial">Serial number of the batch, or of the image.</param>
    /// <param name="streams">Receives the streams.</param>
    /// <param name="firstOutput">First output.</param>
    /// <param name="lastOutput">End of the outputs, exclusive.</param>
    /// <param name="scratch">Memory to work in: the words of these outputs' streams.</param>
    public void DrawWeights(
        ProductStage stage, PassOperand operand, uint serial, WeightStreams streams, int firstOutput, int lastOutput, WordBuffer scratch)
    {
        OperandStreams generator = stage[operand];
        OperationCounts counts = ByOperand[stage.Index][(int)operand];
        int taps = stage.Shape.Taps;

        // A shared sequence is the whole layer's: it is counted once, with the first output.
        generator.Begin(serial, _numbers, firstOutput == 0 ? counts : _discarded);

        Span<uint> probabilities = stackalloc uint[256];
        for (int first = firstOutput * taps; first < lastOutput * taps; first += probabilities.Length)
        {
            int count = Math.Min(probabilities.Length, (lastOutput * taps) - first);
            ReadOnlySpan<short> weights = stage.Weights.Values.AsSpan(first, count);
            for (int i = 0; i < count; i++)
            {
                probabilities[i] = stage.WeightScale.Probability((uint)Math.Abs((int)weights[i]));
            }

            Span<uint> words = scratch.Span[..(count * generator.WordsPerNumber)];
            generator.Draw(serial, first, probabilities[..count], _numbers, words, counts);
            streams.Fill(first, weights, words);
        }
    }

    /// <summary>Takes a block of images forward.</summary>
    /// <param name="block">Images with their serial numbers; their map 0 is filled.</param>
    /// <param name="serials">Serial number of each.</param>
    /// <param name="weights">Streams of the weights by product layer.</param>
    public void Forward(ReadOnlySpan<ImageRecord> block, ReadOnlySpan<uint> serials, WeightStreams[] weights)
    {
        foreach (PassStep step in _route.Steps)
        {
            switch (step)
            {
                case ProductStep product:
                    ForwardProduct(product, block, serials, weights[product.Stage.Index]);
                    break;
                case PoolingStep pooling:
                    foreach (ImageRecord image in block)
                    {
                        MapLayers.Pool(
                            image.Maps[step.Input],
                            pooling.Channels,
                            pooling.Height,
                            pooling.Width,
                            image.Maps[step.Output],
                            image.Winners[step.Output]);
                        image.Units[step.Output] = image.Units[step.Input];
                    }

                    break;
                default:
                    foreach (ImageRecord image in block)
                    {
                        MapLayers.Rectify(image.Maps[step.Input]);
                    }

                    break;
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
        int last = _route.MapLengths.Count - 1;
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
                block[lane].Errors[last][c] = (int)MathF.Round(MathF.ScaleB(_gradients[(c * LaneVector.Count) + lane], ErrorFractionBits));
            }

            block[lane].ErrorUnits[last] = -ErrorFractionBits;
        }
    }

    /// <summary>Takes the errors of an image back through the network.</summary>
    public void Backward(ImageRecord image, uint serial, WeightStreams[] weights)
    {
        for (int i = _route.Steps.Count - 1; i >= 0; i--)
        {
            PassStep step = _route.Steps[i];
            switch (step)
            {
                case ProductStep product:
                    BackwardProduct(product, image, serial, weights[product.Stage.Index]);
                    break;
                case PoolingStep when step.Input > 0:
                    MapLayers.PoolErrors(image.Errors[step.Output], image.Winners[step.Output], image.Errors[step.Input]);
                    image.ErrorUnits[step.Input] = image.ErrorUnits[step.Output];
                    break;
                case RectifierStep when step.Input > 0:
                    MapLayers.RectifyErrors(image.Maps[step.Input], image.Errors[step.Input]);
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
        if (image.ErrorScales[stage.Index] is not { } errorExponent)
        {
            return;
        }

        int[] inputs = image.Maps[product.Input];
        int[] errors = image.Errors[product.Output];
        int inputExponent = image.InputScales[stage.Index] ?? 0;
        int digit = scale.Digit(inputExponent, errorExponent);
        int biasDigit = scale.BiasDigit(errorExponent);
        int thinned = inputExponent - Math.Min(digit, 0);
        Draw(stage, PassOperand.GradientInput, serial, inputs, FullScale.At(thinned, image.Units[product.Input]), _words[0]);
        Draw(stage, PassOperand.GradientError, serial, errors, FullScale.At(errorExponent, image.ErrorUnits[product.Output]), _errorWords);
        Span<uint> one = [biasDigit < -16 ? 0 : BernoulliWord.One >> -Math.Min(biasDigit, 0)];
        OperandStreams constant = stage[PassOperand.GradientOne];
        OperationCounts counts = ByOperand[stage.Index][(int)PassOperand.GradientOne];
        constant.Begin(serial, _numbers, counts);
        constant.Draw(serial, 0, one, _numbers, _one, counts);
        _coincidences[stage.Index].Run(
            inputs, _words[0], errors, _errorWords, _one, Math.Max(digit, 0), Math.Max(biasDigit, 0), Counters[stage.Index]);
        ByOperand[stage.Index][(int)PassOperand.GradientInput].AndOperations +=
            (stage.Shape.Products + stage.Shape.OutputCount) * constant.Length;
    }

    private void ForwardProduct(ProductStep step, ReadOnlySpan<ImageRecord> block, ReadOnlySpan<uint> serials, WeightStreams weights)
    {
        ProductStage stage = step.Stage;
        bool isDense = stage.Shape.Positions == 1;
        for (int i = 0; i < block.Length; i++)
        {
            ImageRecord image = block[i];
            int[] inputs = image.Maps[step.Input];
            uint maximum = MapKernel.Maximum(inputs);
            FullScale scale = FullScale.Of(maximum, image.Units[step.Input]);
            image.InputScales[stage.Index] = maximum == 0 ? null : scale.Exponent;
            WordBuffer words = _words[isDense ? i : 0];
            Draw(stage, PassOperand.ForwardInput, serials[i], inputs, scale, words);
            int unit = ProductLayer.UnitExponent(scale.Exponent, weights.FullScaleExponent, weights.Length);
            image.Units[step.Output] = unit;
            for (int output = 0; output < stage.Shape.Outputs; output++)
            {
                _bias[i][output] = ProductLayer.Rescale(stage.Bias.Values[output], -stage.Bias.FractionBits - unit);
            }

            if (!isDense)
            {
                _forward[stage.Index].Run(inputs, words, weights, _bias[i], image.Maps[step.Output]);
            }
        }

        for (int group = 0; isDense && group < weights.Groups; group++)
        {
            for (int i = 0; i < block.Length; i++)
            {
                _forward[stage.Index].RunGroup(block[i].Maps[step.Input], _words[i], weights, _bias[i], group, block[i].Maps[step.Output]);
            }
        }

        foreach (ImageRecord image in block)
        {
            if (image.Slot < PassErrorProbe.Images)
            {
                Probe?.Forward(image.Slot, step, image);
            }
        }

        ByOperand[stage.Index][(int)PassOperand.ForwardInput].AndOperations += block.Length * stage.Shape.Products * weights.Length;
    }

    private void BackwardProduct(ProductStep step, ImageRecord image, uint serial, WeightStreams weights)
    {
        ProductStage stage = step.Stage;
        int[] errors = image.Errors[step.Output];
        uint maximum = MapKernel.Maximum(errors);
        FullScale scale = FullScale.Of(maximum, image.ErrorUnits[step.Output]);
        image.ErrorScales[stage.Index] = maximum == 0 ? null : scale.Exponent;
        if (step.Input == 0)
        {
            return;
        }

        Draw(stage, PassOperand.BackwardError, serial, errors, scale, _words[0]);
        _backward[stage.Index].Run(errors, _words[0], weights, image.Errors[step.Input]);
        image.ErrorUnits[step.Input] = ProductLayer.UnitExponent(scale.Exponent, weights.FullScaleExponent, weights.Length);
        if (image.Slot < PassErrorProbe.Images)
        {
            Probe?.Backward(image.Slot, step, image);
        }

        ByOperand[stage.Index][(int)PassOperand.BackwardError].AndOperations += stage.Shape.Products * weights.Length;
    }

    private void Draw(ProductStage stage, PassOperand operand, uint serial, int[] map, FullScale scale, WordBuffer words)
    {
        OperandStreams generator = stage[operand];
        OperationCounts counts = ByOperand[stage.Index][(int)operand];
        Span<uint> probabilities = _probabilities.AsSpan(0, map.Length);
        MapKernel.Probabilities(map, scale, probabilities);
        generator.Begin(serial, _numbers, counts);
        generator.Draw(serial, 0, probabilities, _numbers, words.Span, counts);
    }
}
