using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScEdge.Kernels.Tests.FixedPoint;
using ScEdge.Kernels.Tests.Passes;
using ScEdge.Kernels.Tests.Passes.Rounding;

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

        for (int shape = 0; shape < 7; shape++)
        {
            RoundedScene scene = new(PassScene.ShapeOf(shape), 32, seed: shape);
            hash.AppendData(MemoryMarshal.AsBytes((tier == VectorTier.Scalar ? scene.Plain(2, -1) : scene.Kernels(2, -1)).AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
