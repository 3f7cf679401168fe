using System.Linq;
using ScEdge.Nano.Tests.Interpreter;
using ScEdge.Nano.Tests.Vectors;
using Xunit.Abstractions;

namespace ScEdge.Nano.Tests;

public sealed class NanoVectorTests(ITestOutputHelper output)
{
    private const int Cases = 227;

    [Fact]
    [Trait("Kind", "Golden")]
    public void Run_OnThisMachine_AllVectorsPass() => Assert.Equal($"{Cases} passed, 0 failed", Desktop()[^1]);

    [InterpreterFact]
    [Trait("Kind", "Golden")]
    public void Run_OnTheChipsInterpreter_PrintsTheSameLines()
    {
        using NanoImage image = NanoImage.Build(InterpreterSettings.FromEnvironment());
        output.WriteLine($"{image.Bytes} bytes of .pe");
        string[] expected = Desktop();
        string[] printed = image.Run();
        output.WriteLine(printed.LastOrDefault() ?? "nothing was printed");
        Assert.Equal(expected, printed.Where(expected.Contains).ToArray());
    }

    private string[] Desktop()
    {
        VectorLog log = new(false);
        VectorProgram.Run(log);
        string[] lines = [.. Enumerable.Range(0, log.Count).Select(log.Line)];
        foreach (string line in lines.Where(line => line.Contains("instead of", System.StringComparison.Ordinal)))
        {
            output.WriteLine(line);
        }

        return lines;
    }
}
