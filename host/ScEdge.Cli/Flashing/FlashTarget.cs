using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Flashing;

/// <summary>
/// A kind of board and the runtime that belongs on it.
/// </summary>
/// <param name="Board">Name that the user gives.</param>
/// <param name="Runtime">Name of the runtime, as nanoff knows it.</param>
/// <param name="Reason">Why this runtime and no other, in a sentence.</param>
internal sealed record FlashTarget(string Board, string Runtime, string Reason)
{
    /// <summary>Gets the boards for which the firmware has a file.</summary>
    public static IReadOnlyList<FlashTarget> Known { get; } =
    [
        new("esp32", "ESP32_REV3", "ESP32_REV3 needs no PSRAM and runs at 160 MHz; on a module with PSRAM (WROVER) take esp32-psram, at 240 MHz."),
        new("esp32-psram", "ESP32_PSRAM_REV3", "ESP32_PSRAM_REV3 runs at 240 MHz with its heap in PSRAM, which the module must have."),
        new(
            "esp32-s3",
            "ESP32_S3_QUAD",
            "ESP32_S3_QUAD is for modules with quad PSRAM (N8R2, N16R2); for octal ones (N8R8, N16R8) name ESP32_S3_OCTAL, which nanoff takes."),
        new("esp32-c3", "ESP32_C3", "ESP32_C3 is the runtime of this chip, made for its revision 3."),
    ];

    /// <summary>Returns the board of a name, or the runtime itself where one is named.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static FlashTarget Parse(string text)
    {
        bool isRuntime = text.Contains('_')
            && text.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
        return isRuntime
            ? new FlashTarget(text, text, "")
            : Known.FirstOrDefault(known => known.Board == text) ?? throw new InputException(
                $"\"{text}\" is no board that can be flashed: give --target {string.Join(", ", Known.Select(known => known.Board))}"
                + " or the name of a runtime such as ESP32_PSRAM_REV3.");
    }
}
