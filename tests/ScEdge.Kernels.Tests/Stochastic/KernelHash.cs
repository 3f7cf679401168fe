using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScEdge.Kernels.Tests.FixedPoint;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// The results of many cases in one line of text, to compare between processes.
/// </summary>
internal static class KernelHash
{
    private const int Cases = 48;
    private const int LongestStream = 257;

    /// <summary>Runs the cases on a tier; a tier of null is the one in use.</summary>
    public static string Of(VectorTier? tier)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (uint seed = 1000; seed < 1000 + Cases; seed++)
        {
            UpdateCase updates = UpdateCase.Drawn(seed, (int)(seed % 90));
            hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(UpdateTrace.Of(updates, tier))));
        }

        for (int length = 1; length <= LongestStream; length++)
        {
            hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(StreamTrace.Of(length, tier ?? KernelTier.Current))));
            hash.AppendData(MemoryMarshal.AsBytes(RoundedMoveTrace.Of(length).AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
