using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Input;

namespace ScEdge.Training.Runs;

/// <summary>
/// Stream lengths of an update in bits: of the gradient, of the decaying share, and of the change of the weight.
/// </summary>
/// <param name="Gradient">Bits of the gradient's stream, 1..4096.</param>
/// <param name="Decay">Bits of the decay's stream, 1..4096.</param>
/// <param name="Weight">Bits of the weight change's stream, 1..4096.</param>
public sealed record StreamLengths(int Gradient, int Decay, int Weight)
{
    /// <summary>Longest stream that is supported.</summary>
    public const int Maximum = 4096;

    /// <summary>Gets the longest of the three: the cells that a lane needs.</summary>
    [JsonIgnore]
    public int Longest => int.Max(Gradient, int.Max(Decay, Weight));

    /// <summary>Reads <c>N</c> or <c>GRADIENT/DECAY/WEIGHT</c>.</summary>
    /// <exception cref="InputException">The text is neither, or a length is out of range.</exception>
    public static StreamLengths Parse(string text)
    {
        string[] parts = text.Split('/');
        int[] lengths = parts
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : 0)
            .ToArray();
        if (parts.Length is not (1 or 3) || lengths.Any(length => length is < 1 or > Maximum))
        {
            throw new InputException(
                $"The stream length \"{text}\" cannot be used: write one number of 1 to {Maximum} bits, "
                + "or three such as 32/4/4 for gradient, decay and weight.");
        }

        return parts.Length == 1
            ? new StreamLengths(lengths[0], lengths[0], lengths[0])
            : new StreamLengths(lengths[0], lengths[1], lengths[2]);
    }

    /// <summary>Returns <c>N</c> where all are alike, else <c>GRADIENT/DECAY/WEIGHT</c>.</summary>
    public override string ToString() => Gradient == Decay && Decay == Weight
        ? string.Create(CultureInfo.InvariantCulture, $"{Gradient}")
        : string.Create(CultureInfo.InvariantCulture, $"{Gradient}/{Decay}/{Weight}");
}
