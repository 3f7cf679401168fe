using System;
using System.Collections.Generic;
using System.Globalization;
using Xunit.Abstractions;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>
/// Scripts of faults and resets. SCEDGE_FAULT_SCRIPTS=10000 in the environment runs that many; hw-docs/reliability.md has what they gave.
/// </summary>
[Trait("Kind", "Property")]
public sealed class FaultScriptTests(ITestOutputHelper output)
{
    private static int Scripts => int.TryParse(
        Environment.GetEnvironmentVariable("SCEDGE_FAULT_SCRIPTS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 3000;

    [Fact]
    public void Run_ThousandsOfScriptsOfFaultsAndResets_AllEndRightOrWithAnError()
    {
        int sessions = 0;
        int resets = 0;
        int losses = 0;
        int errors = 0;
        double seconds = 0;
        double longest = 0;
        List<string> problems = [];
        for (int seed = 0; seed < Scripts; seed++)
        {
            FaultScript script = new(seed);
            string? problem = script.Run();
            sessions += script.Sessions;
            resets += script.Resets;
            losses += script.Losses;
            errors += script.HasGivenUp ? 1 : 0;
            seconds += script.VirtualSeconds;
            longest = Math.Max(longest, script.VirtualSeconds);
            if (problem is not null)
            {
                problems.Add($"script {seed}: {problem}");
            }
        }

        output.WriteLine(
            $"{Scripts} scripts, {sessions} sessions, {resets} resets, {losses} links that gave up, {errors} errors, {seconds:F0} s, the "
                + $"longest {longest:F1} s");
        Assert.Empty(problems);

        // A quarter of the scripts reset an end one to three times, if they live long enough.
        Assert.InRange(errors, 0, Scripts / 100);
        Assert.InRange((double)sessions / Scripts, 1.1, 2.0);
    }
}
