using System;

namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class SinglePrecisionMathCall
{
    public static float Root(float value) => MathF.Sqrt(value);
}
