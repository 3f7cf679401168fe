namespace ScEdge.Cli.Output;

/// <summary>
/// What the program's exit code says; listed in the README and in the help.
/// </summary>
internal enum ExitCode
{
    /// <summary>Everything was done.</summary>
    Success = 0,

    /// <summary>A defect of the program itself.</summary>
    InternalError = 1,

    /// <summary>The command line cannot be understood: unknown command or option, missing or malformed value.</summary>
    UsageError = 2,

    /// <summary>An input or a setting cannot be used: missing or damaged file, value out of range, unwritable output.</summary>
    BadInput = 3,

    /// <summary>The run was interrupted and can be resumed; 128 + SIGINT, as shells expect.</summary>
    Interrupted = 130,
}
