using System.Threading.Tasks;

namespace ScEdge.Playground.Networks;

/// <summary>Reads images in bit streams: here, on the host, or on a board.</summary>
public interface IDigitReader
{
    /// <summary>Gets where it reads, in words.</summary>
    string Place { get; }

    /// <summary>Gets the multiplications of an image, once it has read one.</summary>
    long Products { get; }

    /// <summary>Reads an image.</summary>
    /// <param name="pixels">Pixels 0 to 255, row by row.</param>
    /// <param name="settings">How.</param>
    /// <param name="serial">Serial number of the reading: another one gives other streams, the same one the same bits.</param>
    Task<DigitReading> ReadAsync(byte[] pixels, ReadingSettings settings, uint serial);
}
