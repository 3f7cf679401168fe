using System;
using System.IO;

namespace ScEdge.Link.Serial;

/// <summary>Names of serial devices.</summary>
internal static class DevicePaths
{
    /// <summary>
    /// Follows symbolic links to the device itself, so that /dev/serial/by-id/... and /dev/ttyUSB0 are one port; COM names stay.
    /// </summary>
    public static string Canonical(string device)
    {
        if (OperatingSystem.IsWindows())
        {
            return device;
        }

        FileInfo file = new(device);
        try
        {
            return file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
        }
        catch (IOException)
        {
            // Not there; whoever opens it says so.
            return file.FullName;
        }
    }

    /// <summary>Whether the device is a pseudo-terminal, which has no control lines: setting them throws.</summary>
    public static bool IsPseudoTerminal(string canonicalDevice) =>
        canonicalDevice.StartsWith("/dev/pts/", StringComparison.Ordinal)
        || (OperatingSystem.IsMacOS() && canonicalDevice.StartsWith("/dev/ttys", StringComparison.Ordinal));
}
