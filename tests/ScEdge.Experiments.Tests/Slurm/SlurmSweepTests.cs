using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Settings;
using ScEdge.Experiments.Slurm;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Experiments.Tests.Slurm;

[Trait("Kind", "Unit")]
public sealed class SlurmSweepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Collect_FailuresOfTwoJobs_CountsThoseOfTheLast()
    {
        SweepTraining[] trainings = Trainings(4);
        SlurmSweep sweep = Submitted(trainings, job: "8", chunk: 2);
        WriteLog(sweep, "7-0.log", new SweepFailure(trainings[0], "The disk was full."));
        WriteLog(sweep, "7-1.log", new SweepFailure(trainings[2], "The disk was full."));
        WriteLog(
            sweep, "8-1.log", new SweepFailure(trainings[3], "The folder was locked."), new SweepFailure(trainings[3], "The images are gone."));

        SweepOutcome outcome = sweep.Collect();
        Assert.Equal(new SweepFailure(trainings[3], "The images are gone."), Assert.Single(outcome.Failures));
        Assert.Empty(outcome.Rows);
        Assert.Equal(3, outcome.Left);
    }

    [Fact]
    public void Collect_NothingSubmitted_HasNoFailure()
    {
        SweepTraining[] trainings = Trainings(2);
        SlurmSweep sweep = new(new SweepPlan(), trainings, SweepFolder.Open(_folder.At("sweep")));
        Assert.Empty(sweep.Collect().Failures);
        Assert.Equal(2, sweep.Collect().Left);
    }

    [Fact]
    public void Collect_LogThatCannotBeRead_IsASentenceOfItsTrainings()
    {
        SweepTraining[] trainings = Trainings(2);
        SlurmSweep sweep = Submitted(trainings, job: "8", chunk: 1);
        using FileStream held = new(Path.Combine(sweep.LogFolder, "8-1.log"), FileMode.Create, FileAccess.Write, FileShare.None);

        SweepFailure failure = Assert.Single(sweep.Collect().Failures);
        Assert.Same(trainings[1], failure.Training);
        Assert.StartsWith($"The log {held.Name} cannot be read (", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Submit_FolderThatCannotBeMade_IsOneSentence()
    {
        File.WriteAllText(_folder.At("file"), "");
        SlurmSweep sweep = new(new SweepPlan(), Trainings(1), SweepFolder.Open(_folder.At("file")));

        InputException exception = Assert.Throws<InputException>(() => sweep.Submit(new SlurmOptions(), ["scedge"]));
        Assert.StartsWith($"The folder {sweep.LogFolder} cannot be made (", exception.Message, StringComparison.Ordinal);
        Assert.Equal("out", exception.Setting);
    }

    [Theory]
    [InlineData(@"a\b")]
    [InlineData("a\nb")]
    public void Submit_FolderWhoseNameSlurmWouldChange_IsRefused(string name)
    {
        SlurmSweep sweep = new(new SweepPlan(), Trainings(1), SweepFolder.Open(_folder.At(name)));

        InputException exception = Assert.Throws<InputException>(() => sweep.Submit(new SlurmOptions(), ["scedge"]));
        Assert.Contains("has a backslash or a line break: give another folder", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static SweepTraining[] Trainings(int count)
    {
        SweepPoint point = new([], [new SweepSetting("epochs", new SweepValue("1"))]);
        TrainRequest request = new() { CommandLine = "scedge train --epochs 1" };
        return [.. Enumerable.Range(1, count).Select(seed => new SweepTraining(point, request, (ulong)seed))];
    }

    private static void WriteLog(SlurmSweep sweep, string name, params IEnumerable<SweepFailure> failures) =>
        File.WriteAllLines(Path.Combine(sweep.LogFolder, name), ["goes on: epochs=1, seed 9", .. failures.Select(static failure => failure.Line)]);

    private SlurmSweep Submitted(SweepTraining[] trainings, string job, int chunk)
    {
        SlurmSweep sweep = new(new SweepPlan(), trainings, SweepFolder.Open(_folder.At("sweep")));
        Directory.CreateDirectory(sweep.LogFolder);
        new SlurmSubmission(job, trainings.Length / chunk, chunk, DateTime.UnixEpoch).Write(Path.GetDirectoryName(sweep.LogFolder)!);
        return sweep;
    }
}
