using System.Collections;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class IteratorMethod
{
    public static IEnumerable Numbers()
    {
        yield return 1;
    }
}
