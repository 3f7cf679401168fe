using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using ScEdge.Entropy.Sources;

namespace ScEdge.Emulator.Entropy;

/// <summary>The PC's cryptographic generator, in the place of a chip's hardware generator.</summary>
/// <remarks>Its state is unknown but finite: pseudo, as that of a chip with its radio off.</remarks>
public sealed class SystemRandom : IEntropySource
{
    private readonly byte[] _pool = new byte[1024];
    private int _next = 1024;

    /// <inheritdoc/>
    public EntropyQuality Quality => EntropyQuality.Pseudo;

    /// <inheritdoc/>
    public uint MinEntropy => ScEdge.Entropy.Sources.MinEntropy.Full;

    /// <inheritdoc/>
    public uint NextWord()
    {
        if (_next == _pool.Length)
        {
            RandomNumberGenerator.Fill(_pool);
            _next = 0;
        }

        _next += sizeof(uint);
        return BinaryPrimitives.ReadUInt32LittleEndian(_pool.AsSpan(_next - sizeof(uint)));
    }
}
