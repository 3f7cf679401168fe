using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace ScEdge.Playground.Networks;

/// <summary>Has another place read, some readings ahead: the same bits, counts and scores as here.</summary>
/// <param name="remote">The places.</param>
/// <param name="place">The one.</param>
/// <param name="network">Name of the network.</param>
/// <param name="sourceName">Names a source as the place knows it.</param>
public sealed class RemoteReader(
    IRemoteDigits remote, RemotePlace place, string network, Func<Stochastic.Passes.StreamSource, string> sourceName) : IDigitReader
{
    private readonly Dictionary<uint, DigitReading> _ahead = [];
    private (byte[] Pixels, ReadingSettings Settings)? _task;

    /// <inheritdoc/>
    public string Place => place.Words;

    /// <inheritdoc/>
    public long Products { get; private set; }

    /// <inheritdoc/>
    public async Task<DigitReading> ReadAsync(byte[] pixels, ReadingSettings settings, uint serial)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (_task is not { } task || !ReferenceEquals(task.Pixels, pixels) || task.Settings != settings)
        {
            _task = (pixels, settings);
            _ahead.Clear();
        }

        if (_ahead.Remove(serial, out DigitReading? known))
        {
            return known;
        }

        DrawAnswer answer = await remote.ReadAsync(new DrawRequest(
            network, place.Name, Convert.ToBase64String(pixels), settings.Length, sourceName(settings.Source), settings.Seed,
            serial, place.Readings));
        Products = answer.Products;
        DigitReading[] readings = [.. answer.Readings.Select(static one => new DigitReading(one.Logits, CountValues.Read(one.Counts), one.Maps))];

        // Meanwhile another drawing may have begun.
        if (_task is { } now && ReferenceEquals(now.Pixels, pixels) && now.Settings == settings)
        {
            for (int i = 1; i < readings.Length; i++)
            {
                _ahead[serial + (uint)i] = readings[i];
            }
        }

        return readings[0];
    }
}
