using System;
using System.Runtime.Intrinsics.X86;
using ScEdge.Training.Tests.Networks;

namespace ScEdge.Training.Tests;

/// <summary>
/// What this assembly does when it is started as a program: tests start it with other processor features.
/// </summary>
internal static class ChildProgram
{
    public const string HashCommand = "small-training-hash";

    public static string Tier(bool avx512, bool avx2, bool sse2)
        => avx512 ? "AVX-512" : avx2 ? "AVX2" : sse2 ? "SSE2" : "scalar";

    private static int Main(string[] arguments)
    {
        if (arguments is not [HashCommand])
        {
            return 2;
        }

        Console.WriteLine(SmallTraining.Hash(threads: 2));
        Console.WriteLine(Tier(Avx512F.IsSupported, Avx2.IsSupported, Sse2.IsSupported));
        return 0;
    }
}
