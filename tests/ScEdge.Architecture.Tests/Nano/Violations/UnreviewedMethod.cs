using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class UnreviewedMethod
{
    public static void Order(int[] values) => Array.Sort((Array)values);
}
