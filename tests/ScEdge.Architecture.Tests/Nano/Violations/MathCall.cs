using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class MathCall
{
    public static int Largest(int left, int right) => Math.Max(left, right);
}
