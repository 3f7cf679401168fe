using System;
using System.IO;
using System.Text;

namespace ScEdge.Cli.Output;

/// <summary>
/// The console of this process, made so that its loss does not end the work.
/// </summary>
internal static class StandardStreams
{
    private const int Utf8 = 65001;

    private static StandardStream? _output;

    /// <summary>Gets whether standard output is a pipe that nobody reads any more: what was to be seen was seen.</summary>
    public static bool IsReaderGone => _output?.IsReaderGone ?? false;

    /// <summary>Gets why standard output could not be written; null while it can.</summary>
    public static string? Failure => _output?.Failure;

    /// <summary>Puts the streams in the place of .NET's; once, before anything is printed.</summary>
    public static void Install()
    {
        _output = new StandardStream(Console.OpenStandardOutput(), descriptor: 1);
        Console.SetOut(WriterOf(_output));
        Console.SetError(WriterOf(new StandardStream(Console.OpenStandardError(), descriptor: 2)));
    }

    // A byte order mark in front of the first line would be no part of the output.
    private static StreamWriter WriterOf(StandardStream stream) =>
        new(stream, Console.OutputEncoding.CodePage == Utf8 ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Console.OutputEncoding)
        {
            AutoFlush = true,
        };
}
