using System;
using System.IO;
using System.Text;
using ScEdge.Input;

namespace ScEdge.Files.Reading;

/// <summary>
/// Reads text as programs of all kinds save it: UTF-8, or UTF-16 of either order, with its mark or without.
/// </summary>
public static class TextFile
{
    // Strict: what is no text in the encoding is an error and not a question mark.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, is too large, or is no text.</exception>
    public static string Read(string path)
    {
        try
        {
            return Decode(BinaryFile.Read(path));
        }
        catch (DecoderFallbackException exception)
        {
            throw new InputException($"'{path}' is no text in UTF-8 or UTF-16: save it in one of them.", exception);
        }
    }

    /// <summary>Returns the text of some bytes, without its mark.</summary>
    /// <exception cref="DecoderFallbackException">They are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => LittleEndian.GetString(rest),
        [0xFE, 0xFF, .. var rest] => BigEndian.GetString(rest),

        // What begins with an ASCII character, as our inputs do, has a zero beside it in UTF-16.
        [not 0, 0, ..] => LittleEndian.GetString(bytes),
        [0, not 0, ..] => BigEndian.GetString(bytes),
        _ => Utf8.GetString(bytes),
    };
}
