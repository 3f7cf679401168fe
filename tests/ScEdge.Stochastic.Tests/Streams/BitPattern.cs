using System.Linq;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Streams;

/// <summary>Streams written as text, first cycle first.</summary>
internal static class BitPattern
{
    public static Bitstream Parse(string bits, StreamEncoding encoding = StreamEncoding.Unipolar, int scaleExponent = 0, bool isNegative = false)
    {
        var stream = new Bitstream(bits.Length, encoding, scaleExponent, isNegative);
        for (int t = 0; t < bits.Length; t++)
        {
            stream[t] = bits[t] == '1';
        }

        return stream;
    }

    public static string Text(Bitstream stream) =>
        string.Concat(Enumerable.Range(0, stream.Length).Select(t => stream[t] ? '1' : '0'));

    public static bool TailIsClear(Bitstream stream) =>
        (stream.Words[^1] & ~Bitstream.TailMask(stream.Length)) == 0
        && stream.Words.Length == Bitstream.WordsFor(stream.Length);
}
