using System.Collections.Generic;
using System.Globalization;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Runs;

/// <summary>
/// Width and scale of a tensor's registers as a file tells them: without both, registers of one network pass for those of another.
/// </summary>
/// <param name="WeightBits">Bits of a register, sign included; null in files of a program that did not write it.</param>
/// <param name="FractionBits">The value of a counter is counter x 2^-FractionBits.</param>
public sealed record RegisterScale(int? WeightBits, int FractionBits)
{
    private const string WeightBitsKey = "scedge.weight_bits.";
    private const string FractionBitsKey = "scedge.fraction_bits.";

    /// <summary>Reads what a file says of a tensor.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tensor">Name of the tensor.</param>
    /// <param name="path">Where the file came from.</param>
    /// <exception cref="InputException">It does not say the fraction bits, or what it says cannot be.</exception>
    public static RegisterScale Of(SafetensorsFile file, string tensor, string path)
    {
        string? fraction = file.Metadata.GetValueOrDefault(FractionBitsKey + tensor);
        string? width = file.Metadata.GetValueOrDefault(WeightBitsKey + tensor);
        return Number(fraction, -100, 100) is { } fractionBits && (width is null || Number(width, 2, 16) is not null)
            ? new RegisterScale(Number(width, 2, 16), fractionBits)
            : throw new InputException(
                fraction is null
                    ? $"{path} does not say the fraction bits of {tensor}, without which its registers have no value: give a file that train wrote."
                    : $"{path} says that {tensor} has \"{fraction}\" fraction bits and registers of \"{width}\" bits, "
                        + "which cannot be: give a file that train wrote.");
    }

    /// <summary>Notes it in a file.</summary>
    public void Write(SafetensorsFile file, string tensor)
    {
        file.Metadata[FractionBitsKey + tensor] = FractionBits.ToString(CultureInfo.InvariantCulture);
        if (WeightBits is { } bits)
        {
            file.Metadata[WeightBitsKey + tensor] = bits.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : null;
}
