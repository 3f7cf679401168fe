using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using ScEdge.Input;

namespace ScEdge.Silicon.Waveforms;

/// <summary>Reads a value change dump (IEEE 1364, "Value change dump files") as it comes, and keeps nothing of it.</summary>
/// <remarks>A vector may be shorter than its variable: it is filled on the left with 0, or with its first digit where that is x or z. Real
/// variables and events are passed over.</remarks>
public sealed class VcdReader
{
    private readonly VcdWords _words;
    private readonly IWaveformSink _sink;
    private readonly string _origin;
    private readonly Dictionary<ulong, (int Signal, int Width)> _signals = [];
    private readonly List<string> _scopes = [];
    private long _time = long.MinValue;

    private VcdReader(Stream stream, IWaveformSink sink, string origin)
    {
        _words = new VcdWords(stream);
        _sink = sink;
        _origin = origin;
    }

    /// <summary>Reads a dump to its end.</summary>
    /// <param name="stream">The dump.</param>
    /// <param name="sink">Receives it.</param>
    /// <param name="origin">Where it comes from, for the sentences of errors.</param>
    /// <exception cref="InputException">It is malformed; the sentence names line and reason.</exception>
    public static void Read(Stream stream, IWaveformSink sink, string origin)
    {
        VcdReader reader = new(stream, sink, origin);
        reader.Declarations();
        reader.Changes();
    }

    private void Declarations()
    {
        while (true)
        {
            string keyword = Word("$enddefinitions");
            switch (keyword)
            {
                case "$enddefinitions":
                    SkipToEnd(keyword);
                    return;
                case "$scope":
                    Word(keyword);
                    _scopes.Add(Plain(Word(keyword)));
                    SkipToEnd(keyword);
                    break;
                case "$upscope":
                    if (_scopes.Count == 0)
                    {
                        throw Error("$upscope without a scope");
                    }

                    _scopes.RemoveAt(_scopes.Count - 1);
                    SkipToEnd(keyword);
                    break;
                case "$var":
                    Variable();
                    break;
                default:
                    if (!keyword.StartsWith('$'))
                    {
                        throw Error($"\"{keyword}\" stands where a declaration should");
                    }

                    SkipToEnd(keyword);
                    break;
            }
        }
    }

    private void Variable()
    {
        string kind = Word("$var");
        string size = Word("$var");
        string code = Word("$var");
        string name = Word("$var");
        SkipToEnd("$var");
        if (!int.TryParse(size, out int width) || width < 1)
        {
            throw Error($"\"{size}\" is no width of {name}");
        }

        if (kind is "real" or "realtime" or "event")
        {
            return;
        }

        ulong key = Key(Encoding.ASCII.GetBytes(code));
        if (!_signals.TryGetValue(key, out (int Signal, int Width) signal))
        {
            signal = (_signals.Count, width);
            _signals.Add(key, signal);
        }
        else if (signal.Width != width)
        {
            throw Error($"{name} has {width} bits, another variable of its signal {signal.Width}");
        }

        // Some simulators write the range onto the name.
        int range = name.StartsWith('\\') ? -1 : name.IndexOf('[', StringComparison.Ordinal);
        _sink.Declare(new WaveformVariable(string.Join('/', _scopes), Plain(range > 0 ? name[..range] : name), width), signal.Signal);
    }

    private void Changes()
    {
        while (_words.Next(out ReadOnlySpan<byte> word))
        {
            switch (word[0])
            {
                case (byte)'#':
                    Advance(word[1..]);
                    break;
                case (byte)'0' or (byte)'1' or (byte)'x' or (byte)'X' or (byte)'z' or (byte)'Z':
                    if (_signals.TryGetValue(Key(word[1..]), out (int Signal, int Width) signal))
                    {
                        _sink.Change(signal.Signal, 0, Value(word[0]));
                    }

                    break;
                case (byte)'b' or (byte)'B':
                    Vector(Encoding.ASCII.GetString(word[1..]));
                    break;
                case (byte)'r' or (byte)'R' or (byte)'s' or (byte)'S':
                    Word("a value");
                    break;
                case (byte)'$':
                    if (word.SequenceEqual("$comment"u8))
                    {
                        SkipToEnd("$comment");
                    }

                    break;
                default:
                    throw Error($"\"{Encoding.ASCII.GetString(word)}\" is no change of a value");
            }
        }
    }

    private void Advance(ReadOnlySpan<byte> digits)
    {
        if (!System.Buffers.Text.Utf8Parser.TryParse(digits, out long time, out int read) || read != digits.Length)
        {
            throw Error($"\"#{Encoding.ASCII.GetString(digits)}\" is no time");
        }

        _time = time >= _time ? time : throw Error($"time goes back from {_time} to {time}");
        _sink.AdvanceTo(time);
    }

    private void Vector(string digits)
    {
        if (!_words.Next(out ReadOnlySpan<byte> code))
        {
            throw Error("the dump ends within a vector");
        }

        if (!_signals.TryGetValue(Key(code), out (int Signal, int Width) signal))
        {
            return;
        }

        if (digits.Length == 0 || digits.Length > signal.Width)
        {
            throw Error($"a vector of {digits.Length} digits for {signal.Width} bits");
        }

        int fill = digits[0] is '0' or '1' ? 0 : -1;
        for (int bit = 0; bit < signal.Width; bit++)
        {
            _sink.Change(signal.Signal, bit, bit < digits.Length ? Value((byte)digits[^(bit + 1)]) : fill);
        }
    }

    private int Value(byte digit) => digit switch
    {
        (byte)'0' => 0,
        (byte)'1' => 1,
        (byte)'x' or (byte)'X' or (byte)'z' or (byte)'Z' => -1,
        _ => throw Error($"\"{(char)digit}\" is no value of a bit"),
    };

    private ulong Key(ReadOnlySpan<byte> code)
    {
        if (code.Length is 0 or > 8)
        {
            throw Error($"\"{Encoding.ASCII.GetString(code)}\" is no code of a variable");
        }

        ulong key = 0;
        foreach (byte mark in code)
        {
            key = (key << 8) | mark;
        }

        return key;
    }

    private static string Plain(string name) => name.TrimStart('\\');

    private string Word(string what) =>
        _words.Next(out ReadOnlySpan<byte> word) ? Encoding.ASCII.GetString(word) : throw Error($"the dump ends before {what} is complete");

    private void SkipToEnd(string keyword)
    {
        while (Word(keyword) != "$end")
        {
        }
    }

    private InputException Error(string reason) => new($"{_origin}, line {_words.Line}: {reason}.");
}
