using System;
using System.IO;
using ScEdge.Input;

namespace ScEdge.Files.Writing;

/// <summary>
/// Folders for what other programs leave while they work.
/// </summary>
public static class WorkFolder
{
    /// <summary>Makes a new one among the system's temporary files; the caller deletes it.</summary>
    /// <param name="prefix">How its name begins.</param>
    /// <exception cref="InputException">The system has no place where one can be made.</exception>
    public static DirectoryInfo Create(string prefix)
    {
        try
        {
            return Directory.CreateTempSubdirectory(prefix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"No folder for temporary files can be made in {Path.GetTempPath()}: set TMPDIR to a folder that can be written to.", exception);
        }
    }
}
