using System;
using System.IO;

namespace ScEdge.Files.Locks;

/// <summary>
/// A folder of this user on this machine for files that other users must not have a hand in.
/// </summary>
/// <remarks>
/// $XDG_RUNTIME_DIR/scedge (XDG Base Directory Specification) where that is set and only its owner may write to it; else
/// scedge/MACHINE in the user's folder for local data, $XDG_DATA_HOME or ~/.local/share on Linux, since homes are shared between machines and
/// devices are not.
/// </remarks>
public static class UserFolder
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Returns the path of the folder, which exists then.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static string Path()
    {
        string path = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && IsOwn(runtime)
            ? System.IO.Path.Combine(runtime, "scedge")
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "scedge",
                Environment.MachineName);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static bool IsOwn(string folder) =>
        System.IO.Path.IsPathFullyQualified(folder) && Directory.Exists(folder)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == 0);
}
