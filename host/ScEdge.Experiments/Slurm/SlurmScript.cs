using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ScEdge.Experiments.Slurm;

/// <summary>
/// The batch script of a sweep's job array: a task trains a chunk of the plan's trainings.
/// </summary>
/// <remarks>
/// The shell is told a minute before the time limit (SIGUSR1) and ends the training, which writes its checkpoint; the task is put back into the
/// queue. So is one that was pre-empted or whose node failed, by Slurm itself; either goes on from its checkpoints. A task that is cancelled
/// (SIGTERM) writes its checkpoint and stays away.
/// </remarks>
public static class SlurmScript
{
    private const int NoticeSeconds = 60;

    // What the program ends with when it was interrupted.
    private const int Interrupted = 130;

    /// <summary>Returns the script.</summary>
    /// <param name="name">Name of the job.</param>
    /// <param name="tasks">Numbers of the tasks, ascending.</param>
    /// <param name="options">What the job asks for.</param>
    /// <param name="logs">Folder of the tasks' logs.</param>
    /// <param name="command">The program with the arguments of a task, but for the task's number, which comes last.</param>
    public static string Text(string name, IReadOnlyList<int> tasks, SlurmOptions options, string logs, IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> directives =
        [
            $"--job-name={name}", $"--array={Ranges(tasks)}", "--requeue", "--open-mode=append", $"--output={LogPattern(logs)}",
            $"--signal=B:USR1@{NoticeSeconds}", string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={options.Threads}"), "--ntasks=1",
        ];
        directives.AddRange(Given("--partition", options.Partition));
        directives.AddRange(Given("--account", options.Account));
        directives.AddRange(Given("--time", options.Time));
        directives.AddRange(Given("--mem", options.Memory));
        StringBuilder text = new("#!/bin/sh\n");

        // Those that were given as sbatch takes them may have quotes of their own, or a value behind a blank.
        foreach (string directive in directives.Select(Quoted).Concat(options.Directives))
        {
            text.Append("#SBATCH ").Append(directive).Append('\n');
        }

        return text.Append($$"""

            {{string.Join(' ', command.Select(Quoted))}} "$SLURM_ARRAY_TASK_ID" &
            child=$!
            late=0
            trap 'late=1; kill -TERM "$child" 2>/dev/null' USR1
            trap 'kill -TERM "$child" 2>/dev/null' TERM INT
            wait "$child"
            code=$?
            # A signal ends the waiting and not the child.
            while kill -0 "$child" 2>/dev/null; do
                wait "$child"
                code=$?
            done
            if [ "$late" -eq 1 ] && [ "$code" -eq {{Interrupted}} ]; then
                # A controller that is busy or starts again takes a while to answer.
                for wait in 1 2 4 8 0; do
                    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && break
                    sleep "$wait"
                done
            fi
            exit "$code"

            """.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>Returns the log of a task; every job has logs of its own.</summary>
    /// <param name="logs">Folder of the tasks' logs.</param>
    /// <param name="job">Number of the job.</param>
    /// <param name="task">Number of the task.</param>
    public static string LogPath(string logs, string job, int task) => Path.Combine(logs, $"{job}-{task}.log");

    /// <summary>Returns numbers as sbatch takes them: 0-3,7.</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        List<string> ranges = [];
        for (int first = 0; first < numbers.Count;)
        {
            int last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            ranges.Add(first == last ? $"{numbers[first]}" : $"{numbers[first]}-{numbers[last]}");
            first = last + 1;
        }

        return string.Join(',', ranges);
    }

    /// <summary>Returns what <see cref="LogPath"/> says in the signs of sbatch: %A for the job, %a for the task, %% for a per cent sign.</summary>
    private static string LogPattern(string logs) => $"{logs.Replace("%", "%%", StringComparison.Ordinal)}/%A-%a.log";

    /// <summary>Returns a word that a shell takes as it is, and sbatch as well.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Given(string option, string? value) => value is null ? [] : [$"{option}={value}"];
}
