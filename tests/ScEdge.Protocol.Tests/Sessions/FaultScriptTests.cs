using System.Linq;

namespace ScEdge.Protocol.Tests.Sessions;

[Trait("Kind", "Property")]
public sealed class FaultScriptTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2000)]
    [InlineData(3000)]
    public void Run_ThousandScriptsOfFaultsAndResets_AllEndRight(int firstSeed)
    {
        Assert.Empty(
            from seed in Enumerable.Range(firstSeed, 1000)
            let problem = new FaultScript(seed).Run()
            where problem is not null
            select $"script {seed}: {problem}");
    }
}
