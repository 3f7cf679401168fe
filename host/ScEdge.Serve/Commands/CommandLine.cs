using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;

namespace ScEdge.Serve.Commands;

/// <summary>The program whose commands do the work, as processes of their own.</summary>
/// <param name="words">The words that start it.</param>
public sealed class CommandLine(IReadOnlyList<string> words) : IDisposable
{
    private const int MostProcesses = 4;

    private readonly SemaphoreSlim _room = new(MostProcesses);

    /// <summary>Starts a command whose output is read here; it inherits no terminal.</summary>
    /// <param name="arguments">Command and arguments; each arrives as it is, no shell reads them.</param>
    /// <exception cref="InputException">The program cannot be started.</exception>
    public Process Start(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(words[0], [.. words.Skip(1), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new InputException($"{words[0]} cannot be started ({exception.Message}): start the page anew.", exception);
        }
    }

    /// <summary>Runs a command to its end and returns the JSON that it prints.</summary>
    /// <param name="arguments">Command and arguments.</param>
    /// <param name="cancellation">Ends the command.</param>
    /// <exception cref="InputException">The command refuses; with its own sentence.</exception>
    public async Task<JsonElement> Ask(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using Process process = Start(Arguments.InJson(arguments));
            Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                string output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
                await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
                string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
                return last.StartsWith('{') || last.StartsWith('[')
                    ? JsonElement.Parse(last)
                    : throw new InputException(SentenceOf(await error.ConfigureAwait(false)));
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill();
                }
            }
        }
        catch (JsonException exception)
        {
            throw new InputException("The command answered what cannot be read: start the page anew.", exception);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    /// <summary>Returns the sentence in which a command said why it refused.</summary>
    public static string SentenceOf(string error)
    {
        const string Name = "scedge: ";
        string[] lines = (error ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? line = lines.LastOrDefault(static one => one.StartsWith(Name, StringComparison.Ordinal)) ?? lines.LastOrDefault();
        return line is null ? "The command ended without a word."
            : line.StartsWith(Name, StringComparison.Ordinal) ? line[Name.Length..] : line;
    }
}
