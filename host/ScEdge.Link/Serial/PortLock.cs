using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using ScEdge.Input;

namespace ScEdge.Link.Serial;

/// <summary>
/// Keeps a serial port to one program: two that read one port would each get a part of the bytes, and the system does not stop them.
/// </summary>
/// <remarks>
/// A locked file in the folder for temporary files, one per device. The system frees the lock when the program ends, however it
/// ends; the file stays, for to remove a file that others may be locking is a race. A file beside it names the owner.
/// </remarks>
internal sealed class PortLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _ownerPath;

    private PortLock(FileStream file, string ownerPath)
    {
        _file = file;
        _ownerPath = ownerPath;
    }

    /// <summary>Takes the lock of a device.</summary>
    /// <param name="name">The device as the user called it.</param>
    /// <param name="canonicalDevice">The device itself.</param>
    /// <param name="folder">Where the lock files are.</param>
    /// <exception cref="InputException">Another program, or this one, has the port.</exception>
    public static PortLock Take(string name, string canonicalDevice, string folder)
    {
        string path = Path.Combine(folder, $"scedge-{Uri.EscapeDataString(canonicalDevice)}.lock");
        string ownerPath = path + ".pid";
        try
        {
            PortLock taken = new(Open(path), ownerPath);
            WriteOwner(ownerPath);
            return taken;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InputException($"{name} cannot be locked: the file {path} is not readable; ask its owner to remove it.", exception);
        }
        catch (IOException exception)
        {
            string owner = OwnerOf(ownerPath) is string pid ? "process " + pid : "another program";
            throw new InputException($"{name} is in use by {owner}: end it or choose another port.", exception);
        }
    }

    /// <summary>Lets the port go.</summary>
    public void Dispose()
    {
        TryFile(() => File.Delete(_ownerPath));
        _file.Dispose();
    }

    // Read access suffices to lock, and is what other users have; an existing file is not opened for creation, which
    // Linux refuses in a sticky folder to all but its owner.
    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None);
        }
    }

    private static void WriteOwner(string ownerPath) => TryFile(() =>
        File.WriteAllText(ownerPath, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));

    private static string? OwnerOf(string ownerPath)
    {
        string text = "";
        TryFile(() => text = File.ReadAllText(ownerPath));
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
        {
            return null;
        }

        try
        {
            using Process process = Process.GetProcessById(pid);
            return $"{pid} ({process.ProcessName})";
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // The owner's name is a courtesy: without it the lock holds all the same.
    private static void TryFile(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
