using System;
using ScEdge.Kernels.Tests.Stochastic;

namespace ScEdge.Kernels.Tests;

/// <summary>
/// What this assembly does when it is started as a program: tests start it with other processor features.
/// </summary>
internal static class ChildProgram
{
    public const string HashCommand = "kernel-hash";

    private static int Main(string[] arguments)
    {
        if (arguments is not [HashCommand])
        {
            return 2;
        }

        Console.WriteLine(KernelHash.Of(tier: null));
        Console.WriteLine(KernelTier.Current);
        return 0;
    }
}
