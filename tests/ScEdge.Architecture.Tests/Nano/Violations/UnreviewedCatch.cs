using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class UnreviewedCatch
{
    private static int calls;

    public static bool Succeeds()
    {
        try
        {
            calls++;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
