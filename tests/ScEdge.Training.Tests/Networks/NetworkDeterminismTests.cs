using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Training.Tests.Networks;

/// <summary>
/// The same bits from any number of threads and any width of vectors.
/// </summary>
[Trait("Kind", "Golden")]
public sealed class NetworkDeterminismTests
{
    /// <summary>What every machine must get; computed once for each version of the stream format and never adapted to a result.</summary>
    private const string Golden = "f733eef4d27ca20869a069b4d37dcbbc73802f7220f8b092da02211e6aecabd1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Training_AnyThreads_GivesTheGoldenBits(int threads) => Assert.Equal(Golden, SmallTraining.Hash(threads));

    [Theory]
    [InlineData("")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Training_AnyVectorWidth_GivesTheGoldenBits(string disabled)
    {
        (string hash, string tier) = RunChild(disabled);
        Assert.Equal(Golden, hash);
        Assert.Equal(ExpectedTier(disabled), tier);
    }

    private static string ExpectedTier(string disabled) => disabled switch
    {
        "" => ChildProgram.Tier(Avx512F.IsSupported, Avx2.IsSupported, Sse2.IsSupported),
        "DOTNET_EnableAVX512" => ChildProgram.Tier(false, Avx2.IsSupported, Sse2.IsSupported),
        "DOTNET_EnableAVX2" => ChildProgram.Tier(false, false, Sse2.IsSupported),
        _ => ChildProgram.Tier(false, false, false),
    };

    private static (string Hash, string Tier) RunChild(string disabled)
    {
        // This runtime's own host, three folders above its libraries: dotnet/shared/Microsoft.NETCore.App/version.
        string host = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        ProcessStartInfo start = new(host)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(ChildProgram).Assembly.Location);
        start.ArgumentList.Add(ChildProgram.HashCommand);
        foreach (string name in new List<string>(start.Environment.Keys))
        {
            if (name.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        if (disabled.Length > 0)
        {
            start.Environment[disabled] = "0";
        }

        using Process child = Process.Start(start)!;
        string[] lines = child.StandardOutput.ReadToEnd().Split('\n');
        child.WaitForExit();
        Assert.Equal(0, child.ExitCode);
        return (lines[0].Trim(), lines[1].Trim());
    }
}
