using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Device.Networks;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Playground.Networks;

/// <summary>
/// Reads with the circuits of a board, in this process: the same bits, counts and scores.
/// </summary>
/// <param name="registers">What was trained.</param>
public sealed class LocalReader(TrainedRegisters registers) : IDigitReader
{
    private readonly ImageReader _reader = new();
    private ReadingSettings? _settings;
    private Network? _network;

    /// <inheritdoc/>
    public string Place => "in this browser";

    /// <inheritdoc/>
    public long Products => _network?.Products ?? 0;

    /// <inheritdoc/>
    public Task<DigitReading> ReadAsync(byte[] pixels, ReadingSettings settings, uint serial) => Task.FromResult(Read(pixels, settings, serial));

    /// <summary>Reads an image.</summary>
    public DigitReading Read(byte[] pixels, ReadingSettings settings, uint serial)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        Network network = Prepare(settings);
        pixels.CopyTo(network.Image, 0);
        foreach (ProductStage stage in network.Stages)
        {
            stage.Counts.Clear();
        }

        List<LayerMap> maps = [];
        _reader.Begin(network, serial, serial);
        while (!_reader.RunPart())
        {
            if (_reader.Stage > maps.Count)
            {
                maps.Add(MapOf(network, maps.Count));
            }
        }

        float[] logits = [.. _reader.Scores.Take(network.Classes).Select(score => MathF.ScaleB(score, _reader.Exponent))];
        return new DigitReading(logits, Total(network), maps);
    }

    private Network Prepare(ReadingSettings settings)
    {
        if (_network is null || _settings != settings)
        {
            _settings = settings;
            _reader.Forget();
            _network = NetworkAssembly.Of(registers, new PassSettings
            {
                Seed = settings.Seed, ForwardLength = settings.Length, Source = settings.Source, WeightsPerImage = true,
            });
        }

        return _network;
    }

    private static LayerMap MapOf(Network network, int stage)
    {
        NetworkLayer layer = network.Stages[stage].Layer;
        NetworkLayer last = layer.LastJoined == 0 ? layer : network.Layers[layer.LastJoined];
        bool isFlat = layer.Kind == LayerKind.Dense;
        int height = isFlat ? 1 : last.Height;
        int width = isFlat ? 1 : last.Width;
        return new LayerMap(layer.Channels, height, width, network.Maps[(stage + 1) & 1][..(layer.Channels * height * width)]);
    }

    private static OperationCounts Total(Network network)
    {
        OperationCounts total = new();
        foreach (ProductStage stage in network.Stages)
        {
            total.Add(stage.Counts);
        }

        return total;
    }
}
