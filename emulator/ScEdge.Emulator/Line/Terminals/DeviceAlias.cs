using System;
using System.IO;

namespace ScEdge.Emulator.Line.Terminals;

/// <summary>A symbolic link that gives a device a name which stays the same from run to run.</summary>
internal sealed class DeviceAlias : IDisposable
{
    private readonly string _path;
    private readonly string _device;

    /// <summary>Puts the link in place in one step; an older symbolic link of that name is replaced, anything else is kept.</summary>
    /// <exception cref="IOException">The link cannot be made; the message is a sentence for the user.</exception>
    public DeviceAlias(string path, string device)
    {
        _path = Path.GetFullPath(path);
        _device = device;
        FileInfo present = new(_path);
        if (present.LinkTarget is null && (present.Exists || Directory.Exists(_path)))
        {
            throw new IOException($"'{path}' is there already and is no symbolic link: choose another name for the link.");
        }

        string temporary = $"{_path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.CreateSymbolicLink(temporary, device);
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (new FileInfo(temporary).LinkTarget is not null)
            {
                File.Delete(temporary);
            }

            throw new IOException(
                $"Cannot link '{path}' to {device} ({exception.Message}); choose a folder that exists and may be written to.", exception);
        }
    }

    /// <summary>Removes the link unless another device has taken the name over.</summary>
    public void Dispose()
    {
        try
        {
            if (new FileInfo(_path).LinkTarget == _device)
            {
                File.Delete(_path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link that cannot be removed any more points nowhere and is replaced by the next run.
        }
    }
}
