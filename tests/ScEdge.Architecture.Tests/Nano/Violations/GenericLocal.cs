using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class GenericLocal
{
    public static int Sum(int first)
    {
        Action<int> add = second => first += second;
        add(1);
        add(2);
        return first;
    }
}
