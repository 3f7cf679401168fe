using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class GenericCall
{
    public static object Nothing() => Array.Empty<int>();
}
