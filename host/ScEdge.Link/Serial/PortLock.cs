using System;
using System.Globalization;
using System.IO;
using System.Text;
using ScEdge.Files.Locks;
using ScEdge.Input;

namespace ScEdge.Link.Serial;

/// <summary>
/// Keeps a serial port to one program: two that read one port would each get a part of the bytes, and the system does not stop them.
/// </summary>
/// <remarks>
/// A locked file in a folder of this user (<see cref="UserFolder"/>), one per device; beyond that the system keeps other users' programs off an
/// open port (TIOCEXCL). The system frees the lock when the program ends, however it ends; the file stays, for to remove a file
/// that others may be locking is a race. A file beside it names the owner.
/// </remarks>
public sealed class PortLock : IDisposable
{
    private readonly LockFile _file;
    private readonly string _ownerPath;

    private PortLock(LockFile file, string ownerPath)
    {
        _file = file;
        _ownerPath = ownerPath;
    }

    /// <summary>Takes the lock of a device.</summary>
    /// <param name="device">Path or name; symbolic links are followed.</param>
    /// <exception cref="InputException">Another program, or this one, has the port, or it cannot be locked.</exception>
    public static PortLock Take(string device) => Take(device, DevicePaths.Canonical(device), UserFolder.Path);

    /// <summary>Lets the port go.</summary>
    public void Dispose()
    {
        TryFile(() => File.Delete(_ownerPath));
        _file.Dispose();
    }

    /// <summary>Takes the lock of a device.</summary>
    /// <param name="name">The device as the user called it.</param>
    /// <param name="canonicalDevice">The device itself.</param>
    /// <param name="folder">Where the lock files are.</param>
    internal static PortLock Take(string name, string canonicalDevice, Func<string> folder)
    {
        try
        {
            string path = Path.Combine(folder(), $"{Uri.EscapeDataString(canonicalDevice)}.lock");
            string ownerPath = path + ".pid";
            if (LockFile.TryTake(path, isRemoved: false) is { } file)
            {
                WriteOwner(ownerPath);
                return new PortLock(file, ownerPath);
            }

            string owner = OwnerOf(ownerPath) is string pid ? "process " + pid : "another program";
            throw new InputException($"{name} is in use by {owner}: end it or choose another port.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{name} cannot be locked against other programs ({exception.Message}): "
                + "set XDG_RUNTIME_DIR to a folder of your own that can be written.",
                exception);
        }
    }

    // A new file each time, never into what stands in its place.
    private static void WriteOwner(string ownerPath) => TryFile(() =>
    {
        File.Delete(ownerPath);
        using FileStream file = new(ownerPath, FileMode.CreateNew, FileAccess.Write);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
    });

    private static string? OwnerOf(string ownerPath)
    {
        string text = "";
        TryFile(() => text = File.ReadAllText(ownerPath));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pid) ? ProcessText.Of(pid) : null;
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
