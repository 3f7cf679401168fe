using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// Holds the sums of some passes against exact products of the numbers that went into them, and against theory.
/// </summary>
/// <remarks>
/// <para>A sum of products of magnitudes pa Sa and pb Sb in N bits has, from independent bits, the variance
/// sum of pa pb (1 - pa pb) Sa^2 Sb^2 / N, bipolar sum of (1 - pa^2 pb^2) Sa^2 Sb^2 / N with the zeros inside of the map; streams that
/// several sums share do not change that of one. Nested streams, those of one sequence for all numbers, have another one, and so have bits of
/// cells that are not ideal.</para>
/// <para>Each image has sums of its own, which are added in the order of the images: threads change nothing.</para>
/// </remarks>
public sealed class PassErrorProbe
{
    /// <summary>Every so many steps one is compared.</summary>
    public const uint Interval = 200;

    /// <summary>Images of a batch whose forward and backward passes are compared; of the weight gradient it is all.</summary>
    public const int Images = 8;

    private readonly PassSettings _settings;
    private readonly bool _isBipolar;
    private readonly PassErrorSum[][] _sums;
    private readonly PassErrorRecord[] _records;
    private readonly int[][] _counters;
    private readonly int[][] _places;

    internal PassErrorProbe(IReadOnlyList<ProductStage> stages, PassSettings settings, IReadOnlyList<string> tensorNames)
    {
        _settings = settings;
        _isBipolar = settings.Encoding == PassEncoding.Bipolar;
        _records =
        [
            .. from stage in stages
               from pass in PassCounts.Names
               select new PassErrorRecord(tensorNames[stage.Tensor], pass, 0, 0, 0, 0),
        ];
        _counters = [.. stages.Select(static stage => new int[stage.Shape.Outputs * stage.Shape.Taps])];
        _places = [.. stages.Select(static stage => PlacesOf(stage.Shape))];
        _sums = [.. Enumerable.Range(0, Images).Select(_ => _records.Select(static _ => new PassErrorSum()).ToArray())];
    }

    /// <summary>Gets the errors so far, by layer and pass; those that a layer does not have, without samples, are left out.</summary>
    public IEnumerable<PassErrorRecord> Records => _records.Where(static record => record.Samples > 0);

    /// <summary>Continues from earlier errors.</summary>
    /// <param name="records">What <see cref="Records"/> returned.</param>
    public void Restore(IEnumerable<PassErrorRecord> records)
    {
        foreach (PassErrorRecord record in records)
        {
            _records[Array.FindIndex(_records, one => one.Tensor == record.Tensor && one.Pass == record.Pass)] = record;
        }
    }

    internal static bool IsCompared(uint step) => step % Interval == 0;

    /// <summary>Compares the outputs of a product layer, as its counters leave them; of the first images alone.</summary>
    internal void Forward(ProductStep step, ImageRecord image)
    {
        if (image.Slot >= Images)
        {
            return;
        }

        ProductStage stage = step.Stage;
        WindowShape shape = stage.Shape;
        int[] places = _places[stage.Index];
        int[] inputs = image.Maps[step.Input];
        double inputUnit = Math.ScaleB(1, image.Units[step.Input]);
        double weightUnit = Math.ScaleB(1, -stage.Weights.FractionBits);
        double one = One(image.InputScales[stage.Index], image.Units[step.Input], stage.WeightScale);
        double unit = Math.ScaleB(1, image.Units[step.Output]);
        int taps = shape.Taps;
        for (int number = 0; number < shape.OutputCount; number++)
        {
            (int output, int position) = Math.DivRem(number, shape.Positions);
            ReadOnlySpan<int> window = places.AsSpan(position * taps, taps);
            ReadOnlySpan<short> weights = stage.Weights.Values.AsSpan(output * taps, taps);
            double sum = 0;
            double ones = 0;
            double squares = 0;
            for (int tap = 0; tap < taps; tap++)
            {
                int index = window[tap];
                if (index >= 0 && (_isBipolar || inputs[index] != 0))
                {
                    double product = inputs[index] * inputUnit * (weights[tap] * weightUnit);
                    sum += product;
                    ones += _isBipolar ? one : Math.Abs(product);
                    squares += product * product;
                }
            }

            // The bias is added as it is, rounded to a step of the sum.
            double bias = SumUnit.Rescale(stage.Bias.Values[output], -stage.Bias.FractionBits - image.Units[step.Output]);
            double value = (image.Maps[step.Output][number] - bias) * unit;
            Sum(image.Slot, stage, 0).Add(value, sum, ((ones * one) - squares) / _settings.ForwardLength);
        }
    }

    /// <summary>Compares the errors of a product layer's inputs, as its counters leave them; of the first images alone.</summary>
    internal void Backward(ProductStep step, ImageRecord image)
    {
        if (image.Slot >= Images)
        {
            return;
        }

        ProductStage stage = step.Stage;
        WindowShape shape = stage.Shape;
        int[] places = _places[stage.Index];
        int[] errors = image.Errors[step.Output].All;
        double unit = Math.ScaleB(1, image.ErrorUnits[step.Output] - stage.Weights.FractionBits);
        double one = One(image.ErrorScales[stage.Index], image.ErrorUnits[step.Output], stage.WeightScale);
        double[] sums = new double[shape.InputCount];
        double[] ones = new double[shape.InputCount];
        double[] squares = new double[shape.InputCount];
        int taps = shape.Taps;
        for (int number = 0; number < shape.OutputCount; number++)
        {
            (int output, int position) = Math.DivRem(number, shape.Positions);
            ReadOnlySpan<int> window = places.AsSpan(position * taps, taps);
            ReadOnlySpan<short> weights = stage.Weights.Values.AsSpan(output * taps, taps);
            for (int tap = 0; (_isBipolar || errors[number] != 0) && tap < taps; tap++)
            {
                int index = window[tap];
                if (index >= 0)
                {
                    double product = (double)errors[number] * weights[tap] * unit;
                    sums[index] += product;
                    ones[index] += _isBipolar ? one : Math.Abs(product);
                    squares[index] += product * product;
                }
            }
        }

        int[] inputErrors = image.Errors[step.Input].All;
        double inputUnit = Math.ScaleB(1, image.ErrorUnits[step.Input]);
        for (int i = 0; i < sums.Length; i++)
        {
            double value = inputErrors[i] * inputUnit;
            Sum(image.Slot, stage, 1).Add(value, sums[i], ((ones[i] * one) - squares[i]) / _settings.BackwardLength);
        }
    }

    /// <summary>Returns where in the input each tap of each window is, or -1 in the padding.</summary>
    private static int[] PlacesOf(WindowShape shape)
    {
        int[] places = new int[shape.Positions * shape.Taps];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = shape.InputIndex(i / shape.Taps, i % shape.Taps);
        }

        return places;
    }

    /// <summary>Returns what a product of two ones is worth; a map of zeros has the full scale of its unit.</summary>
    private static double One(FullScale? map, int unit, FullScale weights)
    {
        FullScale scale = map ?? FullScale.Of(0, unit);
        return Math.ScaleB(SumUnit.Factor(scale, weights) / 64.0, scale.Exponent + weights.Exponent);
    }

    /// <summary>Keeps the counters of an output's weights after a batch; called by any thread.</summary>
    internal void Keep(ProductStage stage, int output, ReadOnlySpan<int> counters) =>
        counters.CopyTo(_counters[stage.Index].AsSpan(output * counters.Length));

    /// <summary>Compares the counters of a layer's weights after a batch, which <see cref="Keep"/> has kept.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="images">All images of the batch.</param>
    /// <param name="scale">What its coincidences are worth.</param>
    internal void Gradient(ProductStep step, ReadOnlySpan<ImageRecord> images, GradientScale scale)
    {
        ProductStage stage = step.Stage;
        int[] counters = _counters[stage.Index];
        WindowShape shape = stage.Shape;
        int[] places = _places[stage.Index];
        double[] values = new double[shape.InputCount];
        double[] sums = new double[counters.Length];
        double[] variances = new double[counters.Length];
        int taps = shape.Taps;
        foreach (ImageRecord image in images)
        {
            if (image.ErrorScales[stage.Index] is not { Exponent: int errorExponent })
            {
                continue;
            }

            int inputExponent = image.InputScales[stage.Index]?.Exponent ?? image.Units[step.Input];

            // In units of a counter's step: N coincidences of two ones count N 2^digit.
            int digit = scale.Digit(inputExponent, errorExponent);
            double perCoincidence = Math.ScaleB(1, Math.Max(digit, 0));
            double inputUnit = Math.ScaleB(1, image.Units[step.Input] - inputExponent + Math.Min(digit, 0));
            double errorUnit = Math.ScaleB(1, image.ErrorUnits[step.Output] - errorExponent);
            int[] inputs = image.Maps[step.Input];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = inputs[i] * inputUnit;
            }

            int[] errors = image.Errors[step.Output].All;
            for (int number = 0; number < shape.OutputCount; number++)
            {
                (int output, int position) = Math.DivRem(number, shape.Positions);
                ReadOnlySpan<int> window = places.AsSpan(position * taps, taps);
                int first = output * taps;
                for (int tap = 0; (_isBipolar || errors[number] != 0) && tap < taps; tap++)
                {
                    int index = window[tap];
                    if (index >= 0 && (_isBipolar || values[index] != 0))
                    {
                        double product = values[index] * errors[number] * errorUnit;
                        double magnitude = Math.Abs(product);
                        double variance = _isBipolar ? 1 - (magnitude * magnitude) : magnitude * (1 - magnitude);
                        sums[first + tap] += _settings.GradientLength * product * perCoincidence;
                        variances[first + tap] += _settings.GradientLength * variance * perCoincidence * perCoincidence;
                    }
                }
            }
        }

        double unit = Math.ScaleB(1, -scale.FractionBits);
        for (int i = 0; i < sums.Length; i++)
        {
            Sum(0, stage, 2).Add(counters[i] * unit, sums[i] * unit, variances[i] * unit * unit);
        }
    }

    /// <summary>Adds the sums of the batch's images, in their order.</summary>
    internal void EndStep()
    {
        foreach (PassErrorSum[] image in _sums)
        {
            for (int i = 0; i < _records.Length; i++)
            {
                _records[i] = _records[i].Take(image[i]);
            }
        }
    }

    private PassErrorSum Sum(int slot, ProductStage stage, int pass) => _sums[slot][(stage.Index * PassCounts.Names.Count) + pass];
}
