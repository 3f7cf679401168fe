using System;
using System.Linq;
using System.Security.Cryptography;
using ScEdge.Link.Keys;
using ScEdge.Link.Tcp;

namespace ScEdge.Link.Tests.Keys;

[Trait("Kind", "Unit")]
public sealed class RecordSealTests
{
    private static readonly PreSharedKey Key = TestKeys.Of("the right key of the tests");
    private static readonly byte[] ClientNonce = RandomNumberGenerator.GetBytes(KeyExchange.NonceBytes);
    private static readonly byte[] ServerNonce = RandomNumberGenerator.GetBytes(KeyExchange.NonceBytes);

    [Fact]
    public void Open_RecordsInTheirOrder_GivesTheBytes()
    {
        using RecordSeal client = Seal(KeyRole.Client);
        using RecordSeal server = Seal(KeyRole.Server);
        foreach (int length in new[] { 1, 2, 1000, RecordSeal.MostBytes })
        {
            byte[] bytes = RandomNumberGenerator.GetBytes(length);
            byte[] record = client.Seal(bytes);
            Assert.Equal(record.Length, RecordSeal.LengthOf(record));
            Assert.Equal(bytes, server.Open(record));
            Assert.Equal(bytes, client.Open(server.Seal(bytes)));
        }
    }

    [Fact]
    public void Open_AnyBitChanged_IsRefused()
    {
        byte[] bytes = [1, 2, 3, 4, 5];
        for (int bit = 0; bit < 8 * (RecordSeal.HeaderBytes + bytes.Length + RecordSeal.TagBytes); bit++)
        {
            using RecordSeal client = Seal(KeyRole.Client);
            using RecordSeal server = Seal(KeyRole.Server);
            byte[] record = client.Seal(bytes);
            record[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(server.Open(record));
        }
    }

    [Fact]
    public void Open_RepeatedLeftOutOrTurnedRound_IsRefused()
    {
        using RecordSeal client = Seal(KeyRole.Client);
        byte[] first = client.Seal([1]);
        byte[] second = client.Seal([2]);
        using RecordSeal repeated = Seal(KeyRole.Server);
        Assert.NotNull(repeated.Open(first));
        Assert.Null(repeated.Open(first));
        using RecordSeal leftOut = Seal(KeyRole.Server);
        Assert.Null(leftOut.Open(second));
        using RecordSeal turned = Seal(KeyRole.Client);
        Assert.Null(turned.Open(first));
        using RecordSeal otherConnection = new(Key, KeyRole.Server, ClientNonce, RandomNumberGenerator.GetBytes(KeyExchange.NonceBytes));
        Assert.Null(otherConnection.Open(first));
    }

    [Fact]
    public void Read_ForeignBytesInTheStream_GivesWhatCameBeforeAndNothingMore()
    {
        using RecordSeal client = Seal(KeyRole.Client);
        byte[] wire = [.. client.Seal([1, 2, 3]), .. new byte[40], .. client.Seal([4])];
        int at = 0;
        using SealedStream stream = new(
            Seal(KeyRole.Server),
            (buffer, offset, count) =>
            {
                // Some bytes at a time, as sockets give them.
                int given = Math.Min(Math.Min(count, 5), wire.Length - at);
                Array.Copy(wire, at, buffer, offset, given);
                at += given;
                return given;
            },
            static (_, _, count) => count);

        byte[] read = new byte[10];
        int total = Enumerable.Range(0, 50).Sum(_ => stream.Read(read, 0, 2));

        Assert.Equal(3, total);
        Assert.True(stream.IsBroken);
        Assert.Equal(0, stream.Write([1], 0, 1));
    }

    private static RecordSeal Seal(KeyRole role) => new(Key, role, ClientNonce, ServerNonce);
}
