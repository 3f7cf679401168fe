using System;
using System.IO;
using ScEdge.Input;

namespace ScEdge.Cli.Flashing;

/// <summary>
/// The file that holds all assemblies of the firmware, one behind the other.
/// </summary>
internal static class DeploymentImage
{
    // Room of the deployment partition of a board with 4 MB of flash (nf-interpreter, partitions_nanoclr_4mb.csv).
    private const long LargestBytes = 0x1C0000;

    // Every assembly begins with these letters, the first one too.
    private static ReadOnlySpan<byte> Marker => "NFMRK"u8;

    /// <summary>Looks at an image before a board is touched.</summary>
    /// <exception cref="InputException">It is not there or is not one.</exception>
    public static void Check(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"There is no image {path}: build firmware/ScEdge.Firmware (hw-docs/firmware.md) and give its .bin to --image.");
        }

        byte[] start = new byte[Marker.Length];
        using FileStream file = OpenRead(path);
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !Marker.SequenceEqual(start))
        {
            throw new InputException($"{path} is no image for a board: give --image the .bin that the build of the firmware leaves.");
        }

        if (file.Length > LargestBytes)
        {
            throw new InputException(
                $"The image {path} has {file.Length} bytes, more than the {LargestBytes} that a board has room for: "
                + "leave out of it what the firmware does not use.");
        }
    }

    private static FileStream OpenRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The image {path} cannot be read: {problem.Message}");
        }
    }
}
