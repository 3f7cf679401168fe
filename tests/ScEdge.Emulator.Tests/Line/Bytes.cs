using System.Collections.Generic;
using System.Linq;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Tests.Line;

/// <summary>Shorthand for what a test sends and receives.</summary>
internal static class Bytes
{
    /// <summary>The bytes 1, 2, 3 and so on.</summary>
    public static byte[] Rising(int count) => Enumerable.Range(1, count).Select(i => (byte)i).ToArray();

    public static int Send(this IByteLink link, params byte[] bytes) => link.Write(bytes, 0, bytes.Length);

    /// <summary>Everything that can be read now.</summary>
    public static byte[] ReadAll(this IByteLink link)
    {
        List<byte> all = [];
        byte[] buffer = new byte[512];
        int read;
        while ((read = link.Read(buffer, 0, buffer.Length)) > 0)
        {
            all.AddRange(buffer.Take(read));
        }

        return [.. all];
    }
}
