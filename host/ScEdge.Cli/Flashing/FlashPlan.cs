using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Input;

namespace ScEdge.Cli.Flashing;

/// <summary>
/// What is done to a board: its runtime is updated, the image deployed.
/// </summary>
/// <param name="Target">The board.</param>
/// <param name="Port">The serial port of its boot loader and debugger.</param>
/// <param name="Image">The image.</param>
/// <param name="Baud">Speed of the boot loader; null for the tool's own.</param>
/// <param name="FlashMegabytes">Size of the board's flash.</param>
internal sealed record FlashPlan(FlashTarget Target, string Port, string Image, int? Baud, int FlashMegabytes)
{
    // nf-interpreter at a3e8139: partitions_nanoclr_2mb.csv of targets/ESP32/_IDF/esp32, which CMake/binutils.ESP32.cmake takes for the
    // ESP32-C3, too, leaves 0x10000 bytes to the image, too few for mscorlib and one library. There is no table for less.
    private const int LeastFlashMegabytes = 4;
    private const int TabledMegabytes = 2;

    /// <summary>Gets the arguments of the tool, call by call.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls { get; } =
    [
        ["--update", "--target", Target.Runtime, "--serialport", Port, .. Speed(Baud)],
        ["--target", Target.Runtime, "--serialport", Port, "--deploy", "--image", Image, .. Speed(Baud)],
    ];

    /// <summary>Returns a call as a shell reads it.</summary>
    public static string Line(IReadOnlyList<string> call) => string.Join(' ', call.Select(CommandText.Quote).Prepend(FlashTool.Name));

    /// <summary>Looks at what can be looked at before the board is touched.</summary>
    /// <param name="isBoardNeeded">Whether the port must be there.</param>
    /// <exception cref="InputException">Something is wrong.</exception>
    public void Check(bool isBoardNeeded)
    {
        if (Port.Length == 0 || Port.Contains(':') || Port.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(
                $"\"{Port}\" is no serial port through which a board can be flashed: give --port a device such as /dev/ttyUSB0 or COM5.");
        }

        if (isBoardNeeded && Port.StartsWith('/') && !File.Exists(Port))
        {
            throw new InputException($"There is no port {Port}: connect the board; scedge ports lists the ports of this computer.");
        }

        if (FlashMegabytes < LeastFlashMegabytes)
        {
            string reason = FlashMegabytes == TabledMegabytes
                ? "leaves 65,536 bytes to the image, too few for the firmware"
                : "has no room for the runtime";
            throw new InputException($"A board with {FlashMegabytes} MB of flash {reason}: take one with {LeastFlashMegabytes} MB or more.");
        }

        DeploymentImage.Check(Image);
    }

    private static string[] Speed(int? baud) => baud is { } rate ? ["--baud", rate.ToString(CultureInfo.InvariantCulture)] : [];
}
