using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class UnreviewedAttribute
{
    [ThreadStatic]
    public static int Calls;
}
