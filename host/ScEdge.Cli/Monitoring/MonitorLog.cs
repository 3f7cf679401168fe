using System;
using System.IO;
using System.Text;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// The file that what is shown is appended to; one that cannot be written any more ends, and the monitor goes on.
/// </summary>
internal sealed class MonitorLog : IDisposable
{
    private readonly string _path;
    private readonly bool _jsonLines;
    private readonly FileStream _file;
    private readonly long _mostBytes = InputLimit.LogMegabytes.Value << 20;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="jsonLines">Whether its lines are JSON.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public MonitorLog(string path, bool jsonLines)
    {
        _path = path;
        _jsonLines = jsonLines;
        try
        {
            // Portions come whole already; a buffer would keep what could not be written and fail again.
            _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The log file {path} cannot be written ({exception.Message.TrimEnd('.')}): give another file.", exception);
        }
    }

    /// <summary>Gets why nothing more is written, as a sentence; null while all is.</summary>
    public string? Failure { get; private set; }

    /// <summary>Appends a text.</summary>
    public void Write(string text)
    {
        if (Failure is not null)
        {
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long room = _mostBytes - _file.Length;
        if (bytes.Length > room)
        {
            // A board that talks without end must not fill the disk.
            Failure = $"the log has reached {InputLimit.LogMegabytes.Value} megabytes and ends here: set {InputLimit.LogMegabytes.Variable} to more";
            string end = _jsonLines ? JsonSerializer.Serialize(new { log = Failure }) : Failure;
            int whole = room > 0 ? Array.LastIndexOf(bytes, (byte)'\n', (int)room - 1) + 1 : 0;
            bytes = [.. bytes.AsSpan(0, whole), .. Encoding.UTF8.GetBytes(end + "\n")];
        }

        try
        {
            _file.Write(bytes);
        }
        catch (IOException exception)
        {
            Failure = $"the log file {_path} cannot be written ({exception.Message.TrimEnd('.')}): it ends here";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
