using System;

namespace ScEdge.Input;

/// <summary>
/// Says in one sentence what is wrong with the user's input and what to do about it.
/// </summary>
/// <remarks>
/// The command line prints <see cref="Exception.Message"/> without a stack trace, names the option of <see cref="Setting"/>
/// behind it, and ends with the exit code for bad input. Anything else that escapes is a defect of the program and is
/// reported as one. The message names facts and settings, never options: a page or a script has none.
/// </remarks>
public class InputException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public InputException()
    {
    }

    /// <summary>Creates the exception with the sentence that the user reads.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the sentence that the user reads and the failure beneath it.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Gets the setting that it is about in the words of the command line, with the value that would do where there is one:
    /// <c>registers</c>, <c>ledger none</c>; null where no single setting is.
    /// </summary>
    public string? Setting { get; init; }
}
