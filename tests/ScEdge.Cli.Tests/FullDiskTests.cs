using System;
using System.IO;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A disk that is really full: a small file system in memory, where the system lets a user mount one (Linux, user namespaces).
/// </summary>
[Trait("Kind", "Slow")]
public sealed class FullDiskTests : IDisposable
{
    private const string Train = "train --passes fp32 --dataset images --model edge --batch 8 --epochs 3 --no-baseline";

    private static readonly string Program = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "scedge.dll")}'";

    private readonly TemporaryFolder _folder = new();

    public FullDiskTests() => TinyImages.Write(_folder.At("images"));

    // From a disk that the manifest fills, in one page of memory, to one that is full in the last epoch.
    [FullDiskTheory]
    [LongData("4k")]
    [InlineData("16k")]
    [LongData("40k")]
    [LongData("100k")]
    public void Train_DiskIsFull_SaysSoAndGoesOnToTheSameBytesWhenThereIsRoom(string size)
    {
        CliResult result = OnDisk(
            size,
            $"""
            {Program} {Train} --out disk/run > /dev/null && exit 9
            mount -o remount,size=20m disk
            {Program} train --resume disk/run > /dev/null && cp -r disk/run resumed
            """);
        result.AssertExit(0);
        Assert.Contains("No space left on device", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        CliProcess.Run(_folder.Path, $"{Train} --out whole".Split(' ')).AssertExit(0);
        foreach (string name in new[] { "parameters.npz", "registers.safetensors", "metrics.csv", "ledger.jsonl" })
        {
            Assert.Equal(File.ReadAllBytes(_folder.At($"whole/{name}")), File.ReadAllBytes(_folder.At($"resumed/{name}")));
        }
    }

    [FullDiskTheory]
    [InlineData("presets fit waits.csv --out disk/old")]
    [InlineData("device entropy --port emulator: --bytes 100000 --out disk/old")]
    public void Command_DiskIsFull_KeepsTheOldFileAndLeavesNothingBesideIt(string command)
    {
        File.WriteAllText(_folder.At("waits.csv"), "voltage_volts,waiting_time_seconds\n3,0.1\n3,0.2\n3,0.3\n4,0.01\n4,0.02\n4,0.03\n");
        CliResult result = OnDisk(
            "12k",
            $"""
            echo old > disk/old; head -c 100000 /dev/zero > disk/filler 2> /dev/null
            {Program} {command} > /dev/null
            code=$?
            cat disk/old; ls -A disk
            exit $code
            """);
        result.AssertExit(3);
        Assert.Equal(["old", "filler", "old"], result.OutputLines);
        Assert.Contains("No space left on device", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CliResult OnDisk(string size, string lines)
    {
        File.WriteAllText(_folder.At("disk.sh"), $"mkdir disk && mount -t tmpfs -o size={size} none disk || exit 77\n{lines}\n");
        return ShellScript.Run(_folder.Path, "unshare -rm bash disk.sh");
    }
}
