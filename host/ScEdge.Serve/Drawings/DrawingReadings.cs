using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Playground.Drawing;
using ScEdge.Playground.Networks;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Serve.Drawings;

/// <summary>Drawings that this machine reads, or a board at one of its ports.</summary>
/// <param name="host">Reads here.</param>
/// <param name="boards">Reads on boards.</param>
internal sealed class DrawingReadings(HostReadings host, BoardReadings boards)
{
    private const int MostReadings = 32;

    /// <summary>Reads.</summary>
    /// <exception cref="InputException">Something of the request cannot be used, or the board refuses.</exception>
    public async Task<DrawAnswer> Read(DrawRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!PassSettings.IsLength(request.Length) || request.Length > DrawSettings.Longest)
        {
            throw new InputException($"Streams of {request.Length} bits cannot be used: give a power of two up to {DrawSettings.Longest}.");
        }

        if (request.Count is < 1 or > MostReadings || request.First > MostReadings - request.Count)
        {
            throw new InputException($"Readings 0 to {MostReadings - 1} can be asked for.");
        }

        (StreamSource Source, string Name, string Text) source = DrawSettings.Sources.FirstOrDefault(one => one.Name == request.Source);
        if (source.Name is null)
        {
            throw new InputException($"There is no source \"{request.Source}\" of bits to read with.");
        }

        byte[] pixels = Pixels(request.Pixels);
        DrawAnswer here = await host.Read(
            request.Network, pixels, new ReadingSettings(request.Length, source.Source, request.Seed), request.First, request.Count, cancellation)
            .ConfigureAwait(false);
        return request.Place == ServerPlaces.Host ? here : await boards.Read(request, pixels, here, cancellation).ConfigureAwait(false);
    }

    private static byte[] Pixels(string text)
    {
        byte[] pixels = new byte[text.Length];
        return Convert.TryFromBase64String(text, pixels, out int count) && count == DigitImage.Side * DigitImage.Side
            ? pixels[..count]
            : throw new InputException($"A drawing has {DigitImage.Side} x {DigitImage.Side} pixels.");
    }
}
