using System.Runtime.InteropServices;

namespace ScEdge.Serve.Runs;

/// <summary>Asks a process of this system to end, as Ctrl-C does, but not ignored by what a shell has started in the background.</summary>
internal static class Interruption
{
    private const int SigTerm = 15;

    /// <summary>Sends the signal; a process that has ended does not mind. Windows has no such signal.</summary>
    public static void Send(int process) => _ = Signal(process, SigTerm);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
