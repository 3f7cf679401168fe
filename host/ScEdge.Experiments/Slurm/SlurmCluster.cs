using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Input;

namespace ScEdge.Experiments.Slurm;

/// <summary>
/// The commands of Slurm that a sweep needs.
/// </summary>
public static class SlurmCluster
{
    /// <summary>Submits a script and returns the number of its job.</summary>
    /// <exception cref="InputException">There is no Slurm here, or it refuses the job.</exception>
    public static string Submit(string script) => Run("sbatch", "--parsable", script).Trim().Split(';')[0];

    /// <summary>Returns the states of a job's tasks that are not over, such as RUNNING and PENDING; none when all are.</summary>
    /// <exception cref="InputException">There is no Slurm here, or it does not answer.</exception>
    public static IReadOnlyList<string> States(string job)
    {
        try
        {
            string states = Run("squeue", "--noheader", "--array", $"--jobs={job}", "--format=%T");
            return [.. states.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static state => state.Trim())];
        }
        catch (InputException exception) when (exception.Message.Contains("Invalid job id", StringComparison.Ordinal))
        {
            // A job that has long been over is not known any more.
            return [];
        }
    }

    /// <summary>Cancels a job.</summary>
    /// <exception cref="InputException">There is no Slurm here, or it does not answer.</exception>
    public static void Cancel(string job) => Run("scancel", job);

    private static string Run(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string reason = error.Result.Trim().ReplaceLineEndings(" ");
            return process.ExitCode == 0
                ? output
                : throw new InputException($"{program} refused ({reason}): mend what it says and repeat the command.");
        }
        catch (Win32Exception exception)
        {
            throw new InputException($"{program} is not installed here: run this where jobs are submitted from, on a machine with Slurm.", exception);
        }
    }
}
