using System;
using System.IO;
using System.Linq;
using ScEdge.Rtl.Tests;

namespace ScEdge.Page.Tests;

/// <summary>
/// A test in a browser; it says why it is skipped where there is none.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public BrowserFactAttribute() => Skip = LongTests.Missing ?? (Path is null ? "There is no Chromium here: install the package chromium." : null);

    /// <summary>Gets where the browser is; null where there is none, or long tests do not run.</summary>
    public static string? Path { get; } = LongTests.Missing is null ? Places.FirstOrDefault(File.Exists) : null;
}
