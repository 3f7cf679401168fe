using System;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Runs;

/// <summary>A training that somebody else started on this machine: the process that has the run's lock open.</summary>
/// <remarks>Linux tells it in /proc, of processes of the same user; elsewhere nobody is found.</remarks>
internal static class OtherTraining
{
    private const string Processes = "/proc";
    private const string Program = "scedge";
    private const string Command = "train";

    /// <summary>Returns the process that trains in a folder.</summary>
    /// <exception cref="InputException">There is none that this server may end, and why.</exception>
    public static int Find(string folder)
    {
        string lockFile = RunDirectory.Open(folder).LockPath;
        int? process = OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories(Processes).Select(static path => Path.GetFileName(path))
                .Where(static name => name.All(char.IsAsciiDigit))
                .Select(static name => int.Parse(name, CultureInfo.InvariantCulture))
                .Where(id => id != Environment.ProcessId && HasOpen(id, lockFile)).Select(static id => (int?)id).FirstOrDefault()
            : null;
        if (process is null)
        {
            throw new InputException(
                "This training was not started from here, and nobody on this machine is seen to train it: stop it where it was started.");
        }

        string[] words = Words(process.Value);
        int program = Array.FindIndex(words, static word => Path.GetFileNameWithoutExtension(word) == Program);
        return program >= 0 && words.ElementAtOrDefault(program + 1) == Command
            ? process.Value
            : throw new InputException("This training is one of several that a sweep or a reproduction makes: stop that where it was started.");
    }

    private static bool HasOpen(int process, string file)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"{Processes}/{process}/fd").Any(open => new FileInfo(open).LinkTarget == file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's.
            return false;
        }
    }

    private static string[] Words(int process)
    {
        try
        {
            return File.ReadAllText($"{Processes}/{process}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
