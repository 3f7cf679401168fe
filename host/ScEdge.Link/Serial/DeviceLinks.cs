using System;
using System.IO;

namespace ScEdge.Link.Serial;

/// <summary>The symbolic links by which a device is known: what each leads to, and when it was made.</summary>
internal static class DeviceLinks
{
    // As many as Linux follows (path_resolution(7)).
    private const int Most = 40;

    /// <summary>Returns a text that changes whenever one of the links is made anew; empty where the device is known by its own name.</summary>
    /// <param name="device">Path.</param>
    public static string Of(string device)
    {
        string text = "";
        string path = device;
        try
        {
            for (int i = 0; i < Most && new FileInfo(path) is { LinkTarget: { } target } link; i++)
            {
                text += $"{target} {link.LastWriteTimeUtc.Ticks}\n";
                path = Path.Combine(link.DirectoryName ?? "/", target);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is being replaced; whoever opens it says what is wrong.
        }

        return text;
    }
}
