using System;
using System.ComponentModel;
using System.Diagnostics;

namespace ScEdge.Serve.Hosting;

/// <summary>Opens the page in the user's browser.</summary>
internal static class BrowserStart
{
    /// <summary>Opens an address; without a browser that is said.</summary>
    public static void Open(string url)
    {
        try
        {
            ProcessStartInfo start = OperatingSystem.IsWindows() ? new(url) { UseShellExecute = true }
                : new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [url]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process? browser = Process.Start(start);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine("scedge: no browser could be opened: open the address by hand.");
        }
    }
}
