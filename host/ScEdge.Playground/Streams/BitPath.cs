using System;
using System.Text;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>The bits of a stream as squares in rows, from left to right and then down: one path for all ones.</summary>
public sealed class BitPath
{
    /// <summary>Most bits that are drawn.</summary>
    public const int MostBits = 2048;

    /// <summary>Side of a square with its share of the gap; units of the drawing.</summary>
    public const int Pitch = 10;

    private const int Side = 8;

    /// <summary>Lays a stream out.</summary>
    public BitPath(Bitstream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Bits = Math.Min(stream.Length, MostBits);
        Columns = Bits <= 64 ? 16 : Bits <= 256 ? 32 : 64;
        Columns = Math.Min(Columns, Bits);
        Rows = (Bits + Columns - 1) / Columns;
        Ones = Squares(stream, isOne: true);
        Zeros = Squares(stream, isOne: false);
    }

    /// <summary>Gets how many bits are drawn.</summary>
    public int Bits { get; }

    /// <summary>Gets the bits of a row.</summary>
    public int Columns { get; }

    /// <summary>Gets the rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the path of the ones.</summary>
    public string Ones { get; }

    /// <summary>Gets the path of the zeros.</summary>
    public string Zeros { get; }

    /// <summary>Gets the drawing's frame.</summary>
    public string ViewBox => $"0 0 {Columns * Pitch} {Rows * Pitch}";

    private string Squares(Bitstream stream, bool isOne)
    {
        StringBuilder path = new();
        for (int t = 0; t < Bits; t++)
        {
            if (stream[t] == isOne)
            {
                path.Append('M').Append((t % Columns * Pitch) + 1).Append(' ').Append((t / Columns * Pitch) + 1)
                    .Append('h').Append(Side).Append('v').Append(Side).Append('h').Append(-Side).Append('z');
            }
        }

        return path.ToString();
    }
}
