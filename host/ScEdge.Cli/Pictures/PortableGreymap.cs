using System;
using System.Globalization;
using System.Text;

namespace ScEdge.Cli.Pictures;

/// <summary>
/// Reads portable greymaps (PGM): P2, numbers in text, and P5, bytes; up to 255.
/// </summary>
internal static class PortableGreymap
{
    /// <summary>Returns whether bytes begin as one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 'P' && bytes[1] is (byte)'2' or (byte)'5';

    /// <summary>Reads one; null where the bytes are cut off or are none, or a side is longer than the longest that is allowed.</summary>
    public static PixelGrid? Read(ReadOnlySpan<byte> bytes, int mostSide)
    {
        int at = 2;
        if (Number(bytes, ref at) is not { } width || Number(bytes, ref at) is not { } height || Number(bytes, ref at) is not { } most
            || width < 1 || height < 1 || width > mostSide || height > mostSide || most is < 1 or > 255)
        {
            return null;
        }

        byte[] pixels = new byte[width * height];
        at++;
        for (int i = 0; i < pixels.Length; i++)
        {
            int? value = bytes[1] == '2' ? Number(bytes, ref at) : at < bytes.Length ? bytes[at++] : null;
            if (value is not { } found || found > most)
            {
                return null;
            }

            pixels[i] = (byte)Math.Round(found * 255.0 / most);
        }

        return new PixelGrid(height, width, pixels);
    }

    /// <summary>Reads a number behind spaces and comments.</summary>
    private static int? Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && (bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'#'))
        {
            if (bytes[at] == '#')
            {
                int end = bytes[at..].IndexOf((byte)'\n');
                at = end < 0 ? bytes.Length : at + end;
            }
            else
            {
                at++;
            }
        }

        int first = at;
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        string digits = Encoding.ASCII.GetString(bytes[first..at]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
