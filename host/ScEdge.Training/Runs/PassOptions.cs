using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Runs;

/// <summary>
/// How the passes of a run are computed in bit streams.
/// </summary>
public sealed record PassOptions
{
    /// <summary>Gets the stream length of the forward pass, in bits.</summary>
    public int ForwardLength { get; init; } = 256;

    /// <summary>Gets the stream length of the backward pass, in bits.</summary>
    public int BackwardLength { get; init; } = 32;

    /// <summary>Gets the stream length of the weight gradient, in bits.</summary>
    public int GradientLength { get; init; } = 32;

    /// <summary>Gets where random numbers come from, and who shares them.</summary>
    public StreamSource Source { get; init; }

    /// <summary>Gets how streams carry a sign.</summary>
    public PassEncoding Encoding { get; init; }

    /// <summary>Gets whether weights are drawn anew for every image; otherwise once for a batch.</summary>
    public bool WeightsPerImage { get; init; }

    /// <summary>Gets the lengths as <see cref="ParseLengths"/> reads them.</summary>
    [JsonIgnore]
    public string Lengths => ForwardLength == BackwardLength && BackwardLength == GradientLength
        ? string.Create(CultureInfo.InvariantCulture, $"{ForwardLength}")
        : string.Create(CultureInfo.InvariantCulture, $"{ForwardLength}/{BackwardLength}/{GradientLength}");

    /// <summary>Reads <c>N</c> or <c>FORWARD/BACKWARD/GRADIENT</c>.</summary>
    /// <param name="text">Text.</param>
    /// <param name="options">What else is set; null for nothing.</param>
    /// <exception cref="InputException">The text is neither, or a length is not a power of two.</exception>
    public static PassOptions ParseLengths(string text, PassOptions? options)
    {
        string[] parts = text.Split('/');
        int[] lengths = [.. parts.Select(static part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && PassSettings.IsLength(length) ? length : 0)];
        if (parts.Length is not (1 or 3) || lengths.Contains(0))
        {
            throw new InputException(
                $"The stream length \"{text}\" cannot be used in passes: write a power of two from {PassSettings.ShortestLength} to"
                + $" {PassSettings.LongestLength} bits, or three such as 256/32/32 for forward, backward and weight gradient.");
        }

        return (options ?? new()) with { ForwardLength = lengths[0], BackwardLength = lengths[parts.Length / 2], GradientLength = lengths[^1] };
    }

    /// <summary>Returns the settings of the passes.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="laneRotation">Lanes by which cells move on.</param>
    public PassSettings Settings(ulong seed, int laneRotation) => new()
    {
        Seed = seed,
        ForwardLength = ForwardLength,
        BackwardLength = BackwardLength,
        GradientLength = GradientLength,
        Source = Source,
        Encoding = Encoding,
        WeightsPerImage = WeightsPerImage,
        LaneRotation = laneRotation,
    };
}
