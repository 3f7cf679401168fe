using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class UnreviewedField
{
    public static object Separator() => Type.Delimiter;
}
