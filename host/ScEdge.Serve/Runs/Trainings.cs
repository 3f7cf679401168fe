using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Commands;
using ScEdge.Serve.Hosting;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Runs;

/// <summary>The trainings that were started here: processes of the program's own <c>train</c>, so that their bytes are its.</summary>
/// <param name="program">The program.</param>
/// <param name="folder">Folder of the runs.</param>
/// <param name="invocation">Knows the settings.</param>
public sealed class Trainings(CommandLine program, RunFolder folder, ServeInvocation invocation) : IDisposable
{
    private static readonly string[] NamingSettings = ["dataset", "model", "optimizer"];

    private const int MostTrainings = 16;
    private const int Interrupted = 130;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Process> _running = new();
    private readonly ConcurrentDictionary<string, string> _problems = new();

    /// <summary>Returns whether a training was started here and runs.</summary>
    public bool IsRunning(string name) => _running.ContainsKey(name);

    /// <summary>Returns why a training that was started here has ended too early; empty for none.</summary>
    public string ProblemOf(string name) => _problems.GetValueOrDefault(name, "");

    /// <summary>Starts a training; returns when its folder stands.</summary>
    /// <returns>Name of the run.</returns>
    /// <exception cref="InputException">A setting cannot be used, with the sentence of the command.</exception>
    public Task<string> Start(StartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<string, string> settings = [];
        foreach (NamedValue setting in request.Settings)
        {
            if (!invocation.Settings.Any(one => one.Name == setting.Name) || !settings.TryAdd(setting.Name, setting.Value))
            {
                throw new InputException($"\"{setting.Name}\" is no setting of a training, or stands there twice.");
            }
        }

        string name = request.Name.Length > 0 ? request.Name : NameOf(settings);
        string path = folder.New(name);
        return Run(name, path, Arguments.Train(settings, path));
    }

    /// <summary>Continues a run that was interrupted.</summary>
    /// <exception cref="InputException">It cannot go on.</exception>
    public Task<string> Resume(string name) =>
        Run(name, folder.Find(name).Folder, Arguments.Resume(folder.Find(name).Folder));

    /// <summary>Interrupts a training, as Ctrl-C does, whoever started it on this machine as the same user; it can be resumed.</summary>
    /// <exception cref="InputException">It runs elsewhere, or is one of several that a command makes.</exception>
    public async Task Stop(string name)
    {
        if (!_running.TryGetValue(name, out Process? process))
        {
            string path = folder.Find(name).Folder;
            Interruption.Send(OtherTraining.Find(path));
            await UntilFree(RunDirectory.Open(path)).ConfigureAwait(false);
            folder.Forget();
            return;
        }

        Interrupt(process);
        using CancellationTokenSource end = new(Patience);
        try
        {
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It ends its step and writes its checkpoint; the list shows when.
        }

        folder.Forget();
    }

    private static async Task UntilFree(RunDirectory run)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (run.IsInTraining && DateTime.UtcNow < end)
        {
            await Task.Delay(100).ConfigureAwait(false);
        }
    }

    /// <summary>Interrupts all trainings.</summary>
    public void Dispose()
    {
        Process[] all = [.. _running.Values];
        Array.ForEach(all, Interrupt);
        foreach (Process process in all)
        {
            process.WaitForExit(Patience);
        }
    }

    private string NameOf(Dictionary<string, string> settings)
    {
        string[] parts = [.. NamingSettings.Select(name =>
            System.IO.Path.GetFileNameWithoutExtension(settings.GetValueOrDefault(name) ?? invocation.Settings.First(one => one.Name == name).Default)
                .Trim('.', '-'))];
        IEnumerable<char> letters = string.Join('-', parts).Select(static one => char.IsAsciiLetterOrDigit(one) || one == '.' ? one : '-');
        string plain = string.Concat(letters).Trim('-', '.');
        string name = $"{plain}-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        string free = name;
        for (int i = 2; System.IO.Path.Exists(System.IO.Path.Combine(folder.Path, free)); i++)
        {
            free = $"{name}-{i}";
        }

        return free;
    }

    private async Task<string> Run(string name, string path, IReadOnlyList<string> arguments)
    {
        if (_running.Count >= MostTrainings)
        {
            throw new InputException($"{MostTrainings} trainings run already: wait until one has ended, or stop it.");
        }

        Process process = program.Start(arguments);
        if (!_running.TryAdd(name, process))
        {
            process.Kill();
            process.Dispose();
            throw new InputException("That run is being trained already.");
        }

        _problems.TryRemove(name, out _);
        DateTime before = DateTime.UtcNow;
        Task<string> ended = Watch(name, process);
        string manifest = System.IO.Path.Combine(path, RunDirectory.ManifestName);
        while (!ended.IsCompleted && !(File.Exists(manifest) && File.GetLastWriteTimeUtc(manifest) >= before.AddSeconds(-1)))
        {
            await Task.WhenAny(ended, Task.Delay(50)).ConfigureAwait(false);
        }

        folder.Forget();
        return ended.IsCompleted && await ended.ConfigureAwait(false) is { Length: > 0 } sentence ? throw new InputException(sentence) : name;
    }

    /// <summary>Waits for the end of a training.</summary>
    /// <returns>Why it failed; empty where it did not.</returns>
    private async Task<string> Watch(string name, Process process)
    {
        Task output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        string error = await process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        string problem = process.ExitCode is 0 or Interrupted ? "" : CommandLine.SentenceOf(error);
        if (problem.Length > 0)
        {
            _problems[name] = problem;
        }

        _running.TryRemove(name, out _);
        process.Dispose();
        folder.Forget();
        return problem;
    }

    private static void Interrupt(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // There is no such signal; what the checkpoint holds is kept.
                process.Kill();
            }
            else
            {
                Interruption.Send(process.Id);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
