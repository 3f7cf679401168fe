using System;
using System.Collections.Generic;

namespace ScEdge.Fuzzing.Targets;

/// <summary>What is fuzzed: each takes any bytes and throws where a promise is broken.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, Action<byte[]>> ByName { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["decoder"] = DecoderTarget.Run,
        ["link"] = LinkTarget.Run,
        ["board"] = BoardTarget.Run,
        ["host"] = HostTarget.Run,
    };
}
