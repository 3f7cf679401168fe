using System;

namespace ScEdge.Fuzzing.Targets;

/// <summary>Something happened that no input may cause.</summary>
internal sealed class PromiseBrokenException(string message) : Exception(message)
{
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new PromiseBrokenException(message);
        }
    }
}
