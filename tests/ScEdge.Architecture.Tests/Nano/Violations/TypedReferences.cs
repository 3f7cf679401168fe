using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class TypedReferences
{
    public static int Back(int value)
    {
        TypedReference reference = __makeref(value);
        return __refvalue(reference, int);
    }
}
