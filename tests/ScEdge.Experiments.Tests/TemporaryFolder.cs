using System;
using System.IO;

namespace ScEdge.Experiments.Tests;

/// <summary>
/// A folder of its own for a test, gone afterwards.
/// </summary>
/// <param name="parent">Where; null for the system's place for such folders.</param>
internal sealed class TemporaryFolder(string? parent = null) : IDisposable
{
    public string Path { get; } =
        Directory.CreateDirectory(System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), $"scedge-test-{Guid.NewGuid():N}")).FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
