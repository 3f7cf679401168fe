using System;
using System.IO;
using ScEdge.Link.Keys;

namespace ScEdge.Link.Tests.Keys;

/// <summary>Keys of tests.</summary>
internal static class TestKeys
{
    public static PreSharedKey Of(string secret)
    {
        string path = Path.Combine(Path.GetTempPath(), $"scedge-key-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(path, secret);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            return PreSharedKey.FromFile(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
