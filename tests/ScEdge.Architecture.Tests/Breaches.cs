using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Architecture.Tests;

/// <summary>The verdict on a rule: every breach is shown, not only the first, and none is cut short.</summary>
internal static class Breaches
{
    public static void AssertNone(IEnumerable<string> breaches)
    {
        string[] all = breaches.Distinct().ToArray();
        Assert.True(all.Length == 0, $"Breaches ({all.Length}):" + Environment.NewLine + string.Join(Environment.NewLine, all));
    }
}
