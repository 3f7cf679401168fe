using System;
using System.IO;

namespace ScEdge.Experiments.Tests;

/// <summary>
/// A folder of its own for a test, gone afterwards.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"scedge-test-{Guid.NewGuid():N}");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
