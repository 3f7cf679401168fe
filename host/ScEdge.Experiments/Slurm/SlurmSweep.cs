using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Sweeps;
using ScEdge.Files.Locks;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Experiments.Slurm;

/// <summary>
/// A sweep on a cluster: submitted as a job array, watched by its queue, collected from its files.
/// </summary>
/// <remarks>
/// Task k trains the trainings k x chunk to k x chunk + chunk - 1 of the plan, which is written down beside the script. Nothing but files goes
/// between the tasks and whoever collects; every training is a run that its own lock and checkpoint keep.
/// </remarks>
/// <param name="plan">The plan.</param>
/// <param name="trainings">Its trainings, in order.</param>
/// <param name="sweep">The sweep's folder.</param>
public sealed class SlurmSweep(SweepPlan plan, IReadOnlyList<SweepTraining> trainings, SweepFolder sweep)
{
    private const string LockName = "submission.lock";

    private readonly string _folder = Path.GetFullPath(Path.Combine(sweep.Path, SweepFolder.SlurmName));

    /// <summary>Gets the job of the last submission, or null.</summary>
    public SlurmSubmission? Submission => SlurmSubmission.Read(_folder);

    /// <summary>Gets the folder of the tasks' logs.</summary>
    public string LogFolder => Path.Combine(_folder, "logs");

    /// <summary>Submits the tasks that have something left.</summary>
    /// <param name="options">What the job asks for.</param>
    /// <param name="program">The program, as a shell starts it.</param>
    /// <exception cref="InputException">
    /// A job of this sweep is in the queue, nothing is left, the folder cannot be written to, or Slurm refuses.
    /// </exception>
    public SlurmSubmission Submit(SlurmOptions options, IReadOnlyList<string> program)
    {
        ArgumentNullException.ThrowIfNull(options);

        // A backslash keeps Slurm from putting the numbers of job and task into the name of a log.
        if (LogFolder.AsSpan().IndexOfAny('\\', '\n') >= 0)
        {
            throw new InputException($"Slurm writes no logs into {LogFolder}, whose name has a backslash or a line break: give another folder.")
            {
                Setting = "out",
            };
        }

        SweepFolder.CreateFolder(LogFolder);
        using LockFile guard = Lock();
        if (Submission is { } before && SlurmCluster.States(before.Job).Count > 0)
        {
            throw new InputException($"The sweep is in the queue as job {before.Job}: attach to it, or cancel it first.");
        }

        int[] tasks = [.. trainings.Index()
            .Where(pair => !sweep.IsFinished(pair.Item)).Select(pair => pair.Index / options.Chunk).Distinct()];
        if (tasks.Length == 0)
        {
            throw new InputException("Nothing is left to train: all trainings of the plan are finished.");
        }

        string planPath = Path.Combine(_folder, "plan.json");
        AtomicFile.WriteText(planPath, SweepPlanFile.Text(plan));
        string[] task =
        [
            .. program, "sweep", planPath, "--out", Path.GetFullPath(sweep.Path), "--threads", $"{options.Threads}", "--jobs", "1",
            "--chunk", $"{options.Chunk}", "--task",
        ];
        string script = Path.Combine(_folder, "job.sh");
        string name = $"scedge-{Path.GetFileName(Path.GetFullPath(sweep.Path))}";
        AtomicFile.WriteText(script, SlurmScript.Text(name, tasks, options, LogFolder, task));
        SlurmSubmission submission = new(SlurmCluster.Submit(script), tasks.Length, options.Chunk, DateTime.UtcNow);
        submission.Write(_folder);
        return submission;
    }

    /// <summary>Collects what is there, from files alone.</summary>
    /// <exception cref="InputException">What was submitted last cannot be read.</exception>
    public SweepOutcome Collect()
    {
        SlurmSubmission? submission = Submission;
        List<SweepRow> rows = [];
        List<SweepFailure> failures = [];
        (string Path, string[] Lines) logs = ("", []);

        // Thousands of small files: several are read at a time.
        (RunResult? Result, string? Reason)[] read = [.. trainings.AsParallel().AsOrdered().Select(Read)];
        for (int i = 0; i < trainings.Count; i++)
        {
            if (read[i].Result is { } result)
            {
                rows.Add(new SweepRow(trainings[i], sweep.Of(trainings[i]), result));
            }
            else if (read[i].Reason is { } reason)
            {
                failures.Add(new SweepFailure(trainings[i], reason));
            }
            else if (Failure(trainings[i], i, submission, ref logs) is { } failure)
            {
                failures.Add(failure);
            }
        }

        return new SweepOutcome(rows, failures, trainings.Count - rows.Count - failures.Count);
    }

    /// <summary>Keeps others on this machine from submitting the sweep at the same time.</summary>
    private LockFile Lock()
    {
        try
        {
            return LockFile.TryTake(Path.Combine(_folder, LockName), isRemoved: true)
                ?? throw new InputException($"The sweep in {sweep.Path} is being submitted by another scedge: attach to it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The folder {_folder} cannot be used ({exception.Message.TrimEnd('.')}): check that it can be written.", exception)
            {
                Setting = "out",
            };
        }
    }

    /// <summary>Returns what a training came to, or why that cannot be read; neither where it is not finished.</summary>
    private (RunResult? Result, string? Reason) Read(SweepTraining training)
    {
        try
        {
            return (sweep.ResultOf(training), null);
        }
        catch (InputException exception)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Why a training failed, as its task's log in the last job says; null where it says nothing.</summary>
    private SweepFailure? Failure(
        SweepTraining training, int index, SlurmSubmission? submission, ref (string Path, string[] Lines) logs)
    {
        if (submission is null)
        {
            return null;
        }

        string log = SlurmScript.LogPath(LogFolder, submission.Job, index / submission.Chunk);
        try
        {
            if (log != logs.Path)
            {
                // The trainings of a task come one after the other, and so does its log.
                logs = (log, File.Exists(log) ? File.ReadAllLines(log) : []);
            }

            return SweepFailure.Find(training, logs.Lines);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SweepFailure(training, $"The log {log} cannot be read ({exception.Message.TrimEnd('.')}): see why, and collect again.");
        }
    }
}
