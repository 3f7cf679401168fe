using System.Linq;
using ScEdge.Playground.Vectors;

namespace ScEdge.Playground.Tests.Vectors;

[Trait("Kind", "Golden")]
public sealed class VectorCheckTests
{
    public static TheoryData<string> Names => [.. VectorCheck.All.Select(static check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AFile_FindsNoDifference(string name)
    {
        VectorResult result = VectorCheck.All.Single(check => check.Name == name).Run();

        Assert.Null(result.FirstDifference);
        Assert.InRange(result.Cases, 3, 1000);
        Assert.Equal(result.Cases, result.Passed);
    }

    [Fact]
    public void Compute_ALineThatWasChanged_SaysWhatIsOther()
    {
        Assert.Equal(
            "0x46b73e79f0c37c00,0x9b96b42c instead of 0x46b73e79f0c37c00,0x9b96b42d",
            VectorCheck.All[0].Compute("0,0,0,0,0x46b73e79f0c37c00,0x9b96b42d"));
    }
}
