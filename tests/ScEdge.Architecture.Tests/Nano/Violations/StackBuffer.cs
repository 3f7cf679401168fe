using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class StackBuffer
{
    public static int First(int length)
    {
        Span<int> buffer = stackalloc int[length];
        return buffer[0];
    }
}
