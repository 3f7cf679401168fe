using System.Globalization;
using ScEdge.Input;

namespace ScEdge.Training.Runs;

/// <summary>
/// Widths of the registers in bits, sign included.
/// </summary>
/// <param name="Weight">Bits of a weight register, 4..16.</param>
/// <param name="Momentum">Bits of a momentum register, 4..16.</param>
public sealed record RegisterBits(int Weight, int Momentum)
{
    /// <summary>Reads <c>BITS</c> or <c>WEIGHT/MOMENTUM</c>.</summary>
    /// <exception cref="InputException">The text is neither, or a width is out of range.</exception>
    public static RegisterBits Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length is 1 or 2 && Width(parts[0]) is { } weight && Width(parts[^1]) is { } momentum)
        {
            return new RegisterBits(weight, momentum);
        }

        throw new InputException(
            $"The register width \"{text}\" cannot be used: write one number of 4 to 16 bits, or two such as 16/12 for weight and momentum.");
    }

    /// <summary>Returns <c>WEIGHT/MOMENTUM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Weight}/{Momentum}");

    private static int? Width(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bits) && bits is >= 4 and <= 16 ? bits : null;
}
