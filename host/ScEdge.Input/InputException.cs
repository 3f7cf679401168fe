using System;

namespace ScEdge.Input;

/// <summary>
/// Says in one sentence what is wrong with the user's input and what to do about it.
/// </summary>
/// <remarks>
/// The command line prints <see cref="Exception.Message"/> as it is, without a stack trace, and ends with the exit code
/// for bad input. Anything else that escapes is a defect of the program and is reported as one.
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
}
