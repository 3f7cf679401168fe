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
            return PreSharedKey.FromFile(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
