using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using CsCheck;
using ScEdge.Files.Reading;

namespace ScEdge.Files.Tests.Reading;

[Trait("Kind", "Property")]
public sealed class GzipTests
{
    private const int Files = 2000;

    private static readonly Gen<byte[][]> Members = Gen.Byte.Array[1, 300].Array[1, 3];

    [Fact]
    public void Open_MembersBehindEachOther_GivesTheirContentsAndTheEnd() =>
        Members.Sample(
            static members => Assert.Equal(members.SelectMany(one => one), Read(Pack(members), members.Sum(one => one.Length))!),
            iter: Files);

    // A cut between two members is a whole file with less in it; who knows how much there should be sees that.
    [Fact]
    public void Open_CutAnywhere_IsNeverTakenForTheWhole() => Gen.Select(Members, Gen.Double[0, 1]).Sample(
        static (members, where) =>
        {
            byte[] packed = Pack(members);
            byte[] cut = packed[..(int)(where * (packed.Length - 1))];
            Assert.True(Read(cut, members.Sum(one => one.Length)) is null, $"{cut.Length} of {packed.Length} bytes");
        },
        iter: Files);

    // Of the header only name, time and system count for nothing.
    [Fact]
    public void Open_AnyByteChanged_GivesTheSameOrIsRefused() => Gen.Select(Members, Gen.Double[0, 1], Gen.Byte[1, 255]).Sample(
        static (members, where, change) =>
        {
            byte[] packed = Pack(members);
            packed[(int)(where * (packed.Length - 1))] ^= change;
            byte[]? read = Read(packed, members.Sum(one => one.Length));
            Assert.True(read is null || read.AsSpan().SequenceEqual(members.SelectMany(one => one).ToArray()));
        },
        iter: Files);

    [Fact]
    public void Open_AnythingBehindIt_IsRefusedOrKnown() => Gen.Select(Members, Gen.Byte.Array[1, 20]).Sample(
        static (members, more) =>
        {
            byte[]? read = Read([.. Pack(members), .. more], members.Sum(one => one.Length));
            Assert.True(read is null || more.All(static value => value == 0), Convert.ToHexString(more));
        },
        iter: Files);

    /// <summary>Reads as the data sets are read, of which the length is known; null if the file is refused.</summary>
    private static byte[]? Read(byte[] packed, int length)
    {
        try
        {
            using Stream unpacked = Gzip.Open(new MemoryStream(packed));
            byte[] contents = new byte[length];
            return unpacked.ReadAtLeast(contents, length, throwOnEndOfStream: false) == length && Gzip.EndsHere(unpacked) ? contents : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Pack(byte[][] members)
    {
        using MemoryStream packed = new();
        foreach (byte[] member in members)
        {
            using GZipStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true);
            packing.Write(member);
        }

        return packed.ToArray();
    }
}
