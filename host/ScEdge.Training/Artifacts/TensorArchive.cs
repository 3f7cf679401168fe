using System;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// The named arrays of a checkpoint, addressed by parts of a name.
/// </summary>
public sealed class TensorArchive
{
    private readonly string _prefix;

    /// <summary>Makes an archive of a file's tensors.</summary>
    /// <param name="file">File to add to or to read from.</param>
    public TensorArchive(SafetensorsFile file)
        : this(file, string.Empty)
    {
    }

    private TensorArchive(SafetensorsFile file, string prefix)
    {
        File = file;
        _prefix = prefix;
    }

    /// <summary>Gets the file behind the archive.</summary>
    public SafetensorsFile File { get; }

    /// <summary>Returns a view of the archive in which every name begins with <paramref name="name"/> and a slash.</summary>
    public TensorArchive Under(string name) => new(File, $"{_prefix}{name}/");

    /// <summary>Adds a copy of an array under a new name.</summary>
    public void Add<T>(string name, T[] values)
        where T : unmanaged
        => File.Add<T>(_prefix + name, [values.Length], values);

    /// <summary>Copies a stored array into one of the same length.</summary>
    /// <exception cref="InputException">There is none of that name, type and length.</exception>
    public void Read<T>(string name, T[] target)
        where T : unmanaged
    {
        if (File.Find(_prefix + name) is not { } stored || !stored.Holds<T>() || stored.Count != target.Length)
        {
            throw new InputException(
                $"The checkpoint does not fit this run: it holds no {_prefix}{name} of {target.Length} numbers; "
                + "resume it with the program and settings that wrote it.");
        }

        stored.Values<T>().CopyTo(target);
    }
}
