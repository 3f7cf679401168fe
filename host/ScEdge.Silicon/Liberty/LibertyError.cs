using ScEdge.Input;

namespace ScEdge.Silicon.Liberty;

/// <summary>Sentences about a Liberty text that cannot be used: where, and why.</summary>
internal static class LibertyError
{
    /// <summary>Makes the exception.</summary>
    /// <param name="origin">The file.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="reason">What is wrong, without a full stop.</param>
    public static InputException At(string origin, int line, string reason) => new($"{origin}, line {line}: {reason}.") { Setting = "liberty" };
}
