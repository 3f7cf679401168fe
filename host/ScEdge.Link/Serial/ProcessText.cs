using System;
using System.Diagnostics;
using System.Globalization;

namespace ScEdge.Link.Serial;

/// <summary>Names of processes as a sentence has them.</summary>
internal static class ProcessText
{
    /// <summary>Returns "15771 (scedge)"; null if no such process runs.</summary>
    public static string? Of(int pid)
    {
        try
        {
            using Process process = Process.GetProcessById(pid);
            return string.Create(CultureInfo.InvariantCulture, $"{pid} ({process.ProcessName})");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
