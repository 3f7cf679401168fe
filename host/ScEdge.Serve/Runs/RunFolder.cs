using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Experiments.Comparisons;
using ScEdge.Input;
using ScEdge.Serve.Hosting;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Runs;

/// <summary>The folder of the runs, beyond which nothing is shown, written or started.</summary>
/// <param name="invocation">Says where it is.</param>
public sealed class RunFolder(ServeInvocation invocation)
{
    private const int LongestName = 200;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private IReadOnlyList<FoundRun> _found = [];
    private DateTime _looked;

    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; } = invocation.Runs;

    /// <summary>Gets the runs in it, as they stood two seconds ago at most.</summary>
    public IReadOnlyList<FoundRun> All
    {
        get
        {
            lock (_gate)
            {
                if (DateTime.UtcNow - _looked > Freshness)
                {
                    _found = Directory.Exists(Path) ? [.. RunCatalog.Find(Path)] : [];
                    _looked = DateTime.UtcNow;
                }

                return _found;
            }
        }
    }

    /// <summary>Looks anew next time.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _looked = default;
        }
    }

    /// <summary>Returns the name of a run: its path below the folder, with slashes; a dot for a run that is the folder itself.</summary>
    public string NameOf(FoundRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return System.IO.Path.GetRelativePath(Path, run.Folder).Replace('\\', '/');
    }

    /// <summary>Returns the folder of a run that is there.</summary>
    /// <remarks>A name is looked up among those found, never joined to a path: there is no name that leads elsewhere.</remarks>
    /// <exception cref="InputException">There is no such run.</exception>
    public FoundRun Find(string name)
    {
        bool Is(FoundRun run) => NameOf(run) == name;
        FoundRun? run = All.FirstOrDefault(Is);
        if (run is null)
        {
            Forget();
            run = All.FirstOrDefault(Is);
        }

        return run ?? throw new InputException("There is no run of that name in the folder.");
    }

    /// <summary>Returns the folder for a new run.</summary>
    /// <param name="name">Its name; letters, digits, dots, lines, and slashes between folders.</param>
    /// <exception cref="InputException">The name cannot be one, or a link stands in its way.</exception>
    public string New(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = name.Split('/');
        bool isName = name.Length <= LongestName && Array.TrueForAll(parts, static part => part.Length > 0 && part[0] is not ('.' or '-')
            && part.All(static one => char.IsAsciiLetterOrDigit(one) || one is '.' or '_' or '-'));
        if (!isName)
        {
            throw new InputException(
                $"A run cannot have that name: give letters, digits, dots and lines, at most {LongestName}, slashes between folders.");
        }

        string path = Path;
        foreach (string part in parts)
        {
            path = System.IO.Path.Combine(path, part);
            if (new DirectoryInfo(path).LinkTarget is not null)
            {
                throw new InputException("A link stands where that run would be: give another name.");
            }
        }

        return File.Exists(System.IO.Path.Combine(path, RunDirectory.ManifestName))
            ? throw new InputException("There is a run of that name already: give another one, or resume it.")
            : path;
    }
}
