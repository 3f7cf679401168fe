using System;
using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>Keys and words at chosen coordinates.</summary>
internal static class WordFile
{
    public const string Name = "words.csv";

    private static readonly (ulong Seed, uint Stream, uint Step, uint Counter)[] Places =
    [
        (0, 0, 0, 0), (0, 0, 0, 1), (0, 0, 0, 2), (0, 0, 0, 16), (0, 0, 0, 0xFFFF_FFFF),
        (0, 0, 1, 0), (0, 1, 0, 0), (1, 0, 0, 0), (42, 37, 3, 0), (42, 37, 3, 15), (42, 37, 3, 0x1_0000), (42, 37, 3, 0x8000_0000),
        (1, 0x4000_0002, 7, 5), (1, 0x5A3F_0001, 2, 0), (1, 0x5A3F_1003, 0, 17), (1, 0xFFFF_0001, 4, 255), (1, 0xFFFF_0002, 4, 255),
        (0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF), (0x0123_4567_89AB_CDEF, 16, 123_456, 789),
        (0x9E37_79B9_7F4A_7C15, 8, 2, 3),
    ];

    public static string Text() => VectorText.Csv("seed,stream,step,counter,key,word", Places.Select(Row));

    private static FormattableString Row((ulong Seed, uint Stream, uint Step, uint Counter) place)
    {
        ulong key = CounterGenerator.Key(place.Seed, place.Stream, place.Step);
        uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), place.Counter);
        return $"{place.Seed},{place.Stream},{place.Step},{place.Counter},0x{key:x16},0x{word:x8}";
    }
}
