using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Kernels.Tests.Stochastic;

namespace ScEdge.Kernels.Tests;

/// <summary>
/// Which tier runs, and that all give the same: in processes of their own, because a process has one tier.
/// </summary>
public sealed class KernelTierTests
{
    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(null, VectorTier.Bits512, VectorTier.Bits512)]
    [InlineData("", VectorTier.Bits256, VectorTier.Bits256)]
    [InlineData("scalar", VectorTier.Bits512, VectorTier.Scalar)]
    [InlineData("256", VectorTier.Bits512, VectorTier.Bits256)]
    [InlineData("512", VectorTier.Bits512, VectorTier.Bits512)]
    [InlineData("512", VectorTier.Bits256, VectorTier.Bits256)]
    [InlineData("128", VectorTier.Bits512, VectorTier.Bits128)]
    [InlineData("256", VectorTier.Bits128, VectorTier.Bits128)]
    [InlineData("256", VectorTier.Scalar, VectorTier.Scalar)]
    public void Choose_SettingAndHardware_TakesTheNarrower(string? setting, VectorTier hardware, VectorTier expected)
    {
        Assert.True(KernelTier.IsValid(setting));
        Assert.Equal(expected, KernelTier.Choose(setting, hardware));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("64")]
    [InlineData("AVX2")]
    [InlineData("Scalar")]
    [InlineData(" 256")]
    public void IsValid_UnknownSetting_IsFalse(string setting) => Assert.False(KernelTier.IsValid(setting));

    [Theory]
    [Trait("Kind", "Golden")]
    [InlineData("", "")]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData(KernelTier.Variable, "256")]
    [InlineData(KernelTier.Variable, "128")]
    [InlineData(KernelTier.Variable, "scalar")]
    public void Kernels_InAProcessWithTheSetting_RunOnItsTierAndGiveTheScalarResults(string variable, string value)
    {
        (string hash, string tier) = RunChild(variable, value);
        Assert.Equal(ExpectedTier(variable, value).ToString(), tier);
        Assert.Equal(KernelHash.Of(VectorTier.Scalar), hash);
    }

    private static VectorTier ExpectedTier(string variable, string value)
    {
        VectorTier widest = Avx512BW.IsSupported && Avx512DQ.IsSupported ? VectorTier.Bits512
            : Avx2.IsSupported ? VectorTier.Bits256
            : Vector128.IsHardwareAccelerated ? VectorTier.Bits128
            : VectorTier.Scalar;
        VectorTier allowed = (variable, value) switch
        {
            ("DOTNET_EnableAVX512", _) or (KernelTier.Variable, "256") => VectorTier.Bits256,
            ("DOTNET_EnableAVX2", _) or (KernelTier.Variable, "128") => VectorTier.Bits128,
            ("", _) => VectorTier.Bits512,
            _ => VectorTier.Scalar,
        };
        return allowed < widest ? allowed : widest;
    }

    private static (string Hash, string Tier) RunChild(string variable, string value)
    {
        // This runtime's own host, three folders above its libraries: dotnet/shared/Microsoft.NETCore.App/version.
        string host = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        ProcessStartInfo start = new(host) { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(ChildProgram).Assembly.Location);
        start.ArgumentList.Add(ChildProgram.HashCommand);
        foreach (string name in new List<string>(start.Environment.Keys))
        {
            if (name.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase) || name == KernelTier.Variable)
            {
                start.Environment.Remove(name);
            }
        }

        if (variable.Length > 0)
        {
            start.Environment[variable] = value;
        }

        using Process child = Process.Start(start)!;
        string[] lines = child.StandardOutput.ReadToEnd().Split('\n');
        child.WaitForExit();
        Assert.Equal(0, child.ExitCode);
        return (lines[0].Trim(), lines[1].Trim());
    }
}
