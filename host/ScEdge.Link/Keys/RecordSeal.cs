using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ScEdge.Link.Keys;

/// <summary>
/// Seals what one end of a proven connection sends and opens what it receives, in records that cannot be read, changed, repeated, left out or
/// turned round by who is between.
/// </summary>
/// <remarks>
/// A record is u16 length, little-endian, so many sealed bytes, and a tag of 16 bytes. AES-256-GCM (NIST SP 800-38D) with the length as associated
/// data and the number of the record in its direction, from 0, as nonce. Each direction has a key of its own, by HKDF-SHA256 (RFC 5869) from the
/// secret and both nonces of the exchange.
/// </remarks>
internal sealed class RecordSeal : IDisposable
{
    public const int MostBytes = 4096;
    public const int HeaderBytes = 2;
    public const int TagBytes = 16;

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;

    private readonly AesGcm _sending;
    private readonly AesGcm _receiving;
    private ulong _sent;
    private ulong _received;

    /// <summary>Derives the keys of a connection.</summary>
    public RecordSeal(PreSharedKey key, KeyRole role, ReadOnlySpan<byte> clientNonce, ReadOnlySpan<byte> serverNonce)
    {
        byte[] nonces = [.. clientNonce, .. serverNonce];
        byte[] fromClient = key.Derive("ScEdge client to server", nonces, KeyBytes);
        byte[] fromServer = key.Derive("ScEdge server to client", nonces, KeyBytes);
        _sending = new AesGcm(role == KeyRole.Client ? fromClient : fromServer, TagBytes);
        _receiving = new AesGcm(role == KeyRole.Client ? fromServer : fromClient, TagBytes);
    }

    /// <summary>Seals bytes, at most <see cref="MostBytes"/>, as the next record.</summary>
    public byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        byte[] record = new byte[HeaderBytes + bytes.Length + TagBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)bytes.Length);
        _sending.Encrypt(
            Nonce(_sent++),
            bytes,
            record.AsSpan(HeaderBytes, bytes.Length),
            record.AsSpan(HeaderBytes + bytes.Length),
            record.AsSpan(0, HeaderBytes));
        return record;
    }

    /// <summary>Returns the length of a record, by its first bytes; 0 where it cannot be one.</summary>
    public static int LengthOf(ReadOnlySpan<byte> header)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(header);
        return length is > 0 and <= MostBytes ? HeaderBytes + length + TagBytes : 0;
    }

    /// <summary>Opens the next record.</summary>
    /// <returns>Its bytes; null where it is not what the other end sealed.</returns>
    public byte[]? Open(ReadOnlySpan<byte> record)
    {
        byte[] bytes = new byte[record.Length - HeaderBytes - TagBytes];
        try
        {
            _receiving.Decrypt(Nonce(_received++), record[HeaderBytes..^TagBytes], record[^TagBytes..], bytes, record[..HeaderBytes]);
            return bytes;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _sending.Dispose();
        _receiving.Dispose();
    }

    private static byte[] Nonce(ulong number)
    {
        byte[] nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(nonce, number);
        return nonce;
    }
}
