using System.Collections.Generic;

namespace ScEdge.Protocol.Tests.Sessions;

[Trait("Kind", "Property")]
public sealed class FaultScriptTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2000)]
    public void Run_ThousandScriptsOfFaultsAndResets_AllEndRight(int firstSeed)
    {
        int sessions = 0;
        List<string> problems = [];
        for (int seed = firstSeed; seed < firstSeed + 1000; seed++)
        {
            FaultScript script = new(seed);
            string? problem = script.Run();
            sessions += script.Sessions;
            if (problem is not null)
            {
                problems.Add($"script {seed}: {problem}");
            }
        }

        Assert.Empty(problems);

        // A quarter of the scripts reset an end one to three times, if they live long enough.
        Assert.InRange(sessions, 1100, 2000);
    }
}
