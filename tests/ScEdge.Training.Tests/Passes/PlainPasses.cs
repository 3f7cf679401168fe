using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels;
using ScEdge.Kernels.Layers;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Passes;

/// <summary>
/// Batch after batch through the passes by the plain code of shared alone, image by image, layer by layer; softmax by the kernel.
/// </summary>
internal sealed class PlainPasses(
    ModelDescription model, InputNormalization normalization, short[][] registers, int[] fractionBits, PassSettings settings, CellBankSettings cells)
{
    private readonly Dictionary<(uint Tensor, PassOperand Operand), CellBank> _banks = [];
    private uint _step;

    public OperationCounts[][] Counts { get; } =
        [.. registers.Where((_, i) => i % 2 == 0).Select(static _ => new[] { new OperationCounts(), new OperationCounts(), new OperationCounts() })];

    /// <summary>Sums of the coincidences by tensor, in steps of 2^-fraction bits.</summary>
    public int[][] Gradients { get; } = [.. registers.Select(static tensor => new int[tensor.Length])];

    public double Loss { get; private set; }

    public void Run(ImageSet images, int[] indices, uint step, int capacity, int[] gradientFractionBits)
    {
        Loss = 0;
        Array.ForEach(Gradients, static tensor => Array.Clear(tensor));
        Array.ForEach(Counts, static layer => Array.ForEach(layer, static pass => pass.Clear()));
        int divisorDigits = (int)Math.Ceiling(Math.Log2(indices.Length));
        _step = step;
        NumberStreams[] forward = Weights(PassOperand.ForwardWeight, 0, step);
        NumberStreams[] backward = Weights(PassOperand.BackwardWeight, 1, step);
        for (int i = 0; i < indices.Length; i++)
        {
            uint serial = (step * (uint)capacity) + (uint)i;
            Image image = new(this, images, indices[i], serial, forward, backward, divisorDigits, gradientFractionBits);
            image.Run((float)(1 << divisorDigits) / indices.Length);
            Loss += image.Loss;
        }
    }

    private NumberStreams[] Weights(PassOperand operand, int pass, uint step) =>
        [.. Enumerable.Range(0, Counts.Length).Select(layer =>
        {
            NumberStreams streams = new(registers[2 * layer].Length, settings.LengthOf(operand), settings.Encoding);
            if (layer > 0 || pass == 0)
            {
                uint maximum = (uint)registers[2 * layer].Max(static value => Math.Abs((int)value));
                streams.Draw(
                    Maker(layer, operand), step, registers[2 * layer], FullScale.Of(maximum, -fractionBits[2 * layer]),
                    IsRounded ? new OperationCounts() : Counts[layer][pass]);
                if (IsRounded)
                {
                    Rounding.CountWeights(layer, pass);
                }
            }

            return streams;
        })];

    private IStreamMaker Maker(int layer, PassOperand operand)
    {
        uint tensor = (uint)(2 * layer);
        uint number = PassKey.StreamNumber(PassKey.TrainingStream, tensor, operand);
        if (!_banks.TryGetValue((tensor, operand), out CellBank? bank))
        {
            bank = Bank(tensor, operand);
            _banks.Add((tensor, operand), bank);
        }

        bank.BeginStep(_step);
        return settings.HasOwnBits || IsRounded
            ? new CellStreamMaker(bank, settings, number, settings.LengthOf(operand))
            : new SequenceStreamMaker(new RandomSequence(bank, settings, number, operand));
    }

    private CellBank Bank(uint tensor, PassOperand operand)
    {
        CellBankSettings own = new()
        {
            Lanes = cells.Lanes,
            CellsPerLane = settings.LengthOf(operand),
            DeviceToDevice = settings.Source == StreamSource.Counter ? 0 : cells.DeviceToDevice,
            CycleToCycle = settings.Source == StreamSource.Counter ? 0 : cells.CycleToCycle,
            DriveDrift = settings.Source == StreamSource.Counter ? 0 : cells.DriveDrift,
            DriveDriftSeed = cells.DriveDriftSeed,
            SetDroop = settings.Source == StreamSource.Counter ? 0 : cells.SetDroop,
            ResidualFilament = settings.Source == StreamSource.Counter ? 0 : cells.ResidualFilament,
        };
        return new CellBank(own, 0x10000 + (tensor * 16) + (uint)operand);
    }

    private sealed class Image(
        PlainPasses owner,
        ImageSet images,
        int index,
        uint serial,
        NumberStreams[] forward,
        NumberStreams[] backward,
        int divisorDigits,
        int[] gradientFractionBits)
    {
        private readonly List<Action> _back = [];
        private int[] _map = [];
        private int _unit;
        private int[] _errors = [];
        private int _errorUnit;

        public double Loss { get; private set; }

        public void Run(float errorScale)
        {
            Load();
            (int channels, int height, int width) = (images.Channels, images.Height, images.Width);
            int layer = 0;
            foreach (LayerDescription description in owner.Model.Layers)
            {
                switch (description)
                {
                    case RectifierDescription:
                        MapLayers.Rectify(_map);
                        int[] rectified = _map;
                        _back.Add(() => MapLayers.RectifyErrors(rectified, _errors));
                        break;
                    case MaxPoolingDescription:
                        Pool(channels, height, width);
                        (height, width) = (height / 2, width / 2);
                        break;
                    case ConvolutionDescription it:
                        WindowShape windows = new(channels, height, width, it.OutputChannels, it.KernelSize, it.KernelSize, it.Padding);
                        Multiply(windows, layer++);
                        (channels, height, width) = (it.OutputChannels, windows.OutputHeight, windows.OutputWidth);
                        break;
                    case DenseDescription it:
                        Multiply(new WindowShape(channels * height * width, 1, 1, it.Outputs, 1, 1, 0), layer++);
                        (channels, height, width) = (it.Outputs, 1, 1);
                        break;
                }
            }

            Judge(errorScale);
            _back.Reverse();
            _back.ForEach(static back => back());
        }

        private void Load()
        {
            InputNormalization normalization = owner.Normalization;
            _map = [.. images.Images.AsSpan(index * images.ImageLength, images.ImageLength).ToArray().Select(pixel =>
                (int)Math.Round((((double)pixel * normalization.Scale) + normalization.Shift) * 4096))];
            _unit = -12;
        }

        private void Pool(int channels, int height, int width)
        {
            int[] outputs = new int[channels * (height / 2) * (width / 2)];
            int[] winners = new int[outputs.Length];
            int inputs = _map.Length;
            MapLayers.Pool(_map, channels, height, width, outputs, winners);
            _map = outputs;
            _back.Add(() =>
            {
                int[] errors = new int[inputs];
                MapLayers.PoolErrors(_errors, winners, errors);
                _errors = errors;
            });
        }

        private NumberStreams Draw(int layer, PassOperand operand, int pass, int[] values, FullScale scale)
        {
            NumberStreams streams = new(values.Length, owner.Settings.LengthOf(operand), owner.Settings.Encoding);
            streams.Draw(owner.Maker(layer, operand), serial, values, scale, owner.Counts[layer][pass]);
            return streams;
        }

        private void Multiply(WindowShape shape, int layer)
        {
            int[] inputs = _map;
            int inputUnit = _unit;
            FullScale scale = FullScale.Of(MapLayers.Maximum(inputs), inputUnit);
            FullScale weightScale = forward[layer].Scale;
            _unit = SumUnit.Exponent(scale, weightScale, owner.Settings.ForwardLength);
            int[] outputs = new int[shape.OutputCount];
            if (owner.IsRounded)
            {
                owner.Rounding.Forward(shape, layer, serial, inputs, scale, outputs);
            }
            else
            {
                NumberStreams streams = Draw(layer, PassOperand.ForwardInput, 0, inputs, scale);
                ProductLayer.Forward(shape, streams, forward[layer], outputs, owner.Counts[layer][0]);
            }

            for (int output = 0; output < shape.Outputs; output++)
            {
                int bias = SumUnit.Rescale(owner.Registers[(2 * layer) + 1][output], -owner.FractionBits[(2 * layer) + 1] - _unit);
                MapLayers.Scale(outputs, output * shape.Positions, shape.Positions, SumUnit.Factor(scale, weightScale), bias);
            }

            _map = outputs;
            _back.Add(() => Return(shape, layer, inputs, inputUnit, scale.Exponent));
        }

        private void Return(WindowShape shape, int layer, int[] inputs, int inputUnit, int inputScale)
        {
            int[] errors = _errors;
            FullScale scale = FullScale.Of(MapLayers.Maximum(errors), _errorUnit);
            if (MapLayers.Maximum(errors) > 0)
            {
                Count(shape, layer, inputs, inputUnit, inputScale, errors, scale.Exponent);
            }

            if (layer > 0)
            {
                _errors = new int[shape.InputCount];
                if (owner.IsRounded)
                {
                    owner.Rounding.Backward(shape, layer, serial, errors, scale, _errors);
                }
                else
                {
                    NumberStreams streams = Draw(layer, PassOperand.BackwardError, 1, errors, scale);
                    ProductLayer.Backward(shape, streams, backward[layer], _errors, owner.Counts[layer][1]);
                }

                FullScale weightScale = backward[layer].Scale;
                MapLayers.Scale(_errors, 0, _errors.Length, SumUnit.Factor(scale, weightScale), 0);
                _errorUnit = SumUnit.Exponent(scale, weightScale, owner.Settings.BackwardLength);
            }
        }

        private void Count(WindowShape shape, int layer, int[] inputs, int inputUnit, int inputScale, int[] errors, int errorScale)
        {
            int digits = divisorDigits + (int)Math.Log2(owner.Settings.GradientLength);
            int digit = inputScale + errorScale - digits + gradientFractionBits[2 * layer];
            int biasDigit = errorScale - digits + gradientFractionBits[(2 * layer) + 1];
            if (owner.IsRounded)
            {
                owner.Rounding.Count(
                    shape, layer, serial, inputs, FullScale.At(inputScale, inputUnit), errors, FullScale.At(errorScale, _errorUnit), digit,
                    biasDigit, owner.Gradients);
                return;
            }

            NumberStreams inputStreams = Draw(
                layer, PassOperand.GradientInput, 2, inputs, FullScale.At(inputScale - Math.Min(digit, 0), inputUnit));
            NumberStreams errorStreams = Draw(layer, PassOperand.GradientError, 2, errors, FullScale.At(errorScale, _errorUnit));
            NumberStreams one = Draw(layer, PassOperand.GradientOne, 2, [1], FullScale.At(-Math.Min(biasDigit, 0), 0));
            ProductLayer.CountCoincidences(
                shape, inputStreams, errorStreams, Math.Max(digit, 0), owner.Gradients[2 * layer], owner.Counts[layer][2]);
            ProductLayer.CountCoincidencesOfBias(
                shape, one, errorStreams, Math.Max(biasDigit, 0), owner.Gradients[(2 * layer) + 1], owner.Counts[layer][2]);
        }

        private void Judge(float errorScale)
        {
            float[] logits = new float[_map.Length * LaneVector.Count];
            float[] gradients = new float[logits.Length];
            float[] losses = new float[LaneVector.Count];
            int[] labels = new int[LaneVector.Count];
            labels[0] = images.Labels[index];
            for (int c = 0; c < _map.Length; c++)
            {
                logits[c * LaneVector.Count] = MathF.ScaleB(_map[c], _unit);
            }

            SoftmaxCrossEntropyKernel.Run(logits, labels, 1, errorScale, gradients, losses, new int[LaneVector.Count]);
            Loss = losses[0];
            _errors = [.. Enumerable.Range(0, _map.Length).Select(c => (int)MathF.Round(MathF.ScaleB(gradients[c * LaneVector.Count], 24)))];
            _errorUnit = -24;
        }
    }

    private ModelDescription Model => model;

    private InputNormalization Normalization => normalization;

    private PassSettings Settings => settings;

    private bool IsRounded => settings.Source == StreamSource.Rounding;

    private PlainRounding Rounding => field ??= new PlainRounding(registers, fractionBits, settings, Counts);

    private short[][] Registers => registers;

    private int[] FractionBits => fractionBits;
}
