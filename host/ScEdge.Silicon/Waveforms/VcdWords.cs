using System;
using System.IO;

namespace ScEdge.Silicon.Waveforms;

/// <summary>Cuts a stream at blanks, in a buffer of its own.</summary>
/// <param name="stream">The stream.</param>
internal sealed class VcdWords(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Gets the line of the last word, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Returns the next word, valid until the one after it; false at the end.</summary>
    public bool Next(out ReadOnlySpan<byte> word)
    {
        while (true)
        {
            while (_start < _end && _buffer[_start] <= ' ')
            {
                Line += _buffer[_start++] == '\n' ? 1 : 0;
            }

            if (_start < _end)
            {
                break;
            }

            if (!Fill())
            {
                word = default;
                return false;
            }
        }

        int stop = _start;
        while (true)
        {
            while (stop < _end && _buffer[stop] > ' ')
            {
                stop++;
            }

            if (stop < _end)
            {
                break;
            }

            // Filling moves the word to the front, at the end of the stream too.
            int length = stop - _start;
            bool goesOn = Fill();
            stop = _start + length;
            if (!goesOn)
            {
                break;
            }
        }

        word = _buffer.AsSpan(_start, stop - _start);
        _start = stop;
        return true;
    }

    /// <summary>Moves what is left to the front and reads on; false at the end of the stream.</summary>
    private bool Fill()
    {
        int left = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
            (_start, _end) = (0, left);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
