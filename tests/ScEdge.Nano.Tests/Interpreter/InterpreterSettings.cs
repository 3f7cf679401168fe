using System;
using System.Linq;

namespace ScEdge.Nano.Tests.Interpreter;

/// <summary>Where the chip's interpreter and its tools are, from three environment variables.</summary>
/// <param name="Runner">Program that takes .pe files, mscorlib.pe first.</param>
/// <param name="Libraries">Folder with the class libraries' .dll and .pe.</param>
/// <param name="MetadataProcessor">Command line of the program that turns a .dll into a .pe.</param>
internal sealed record InterpreterSettings(string Runner, string Libraries, string MetadataProcessor)
{
    private static readonly string[] Names = ["SCEDGE_NANO_CLR", "SCEDGE_NANO_LIB", "SCEDGE_NANO_MDP"];

    /// <summary>Why the interpreter cannot be used; null where it can.</summary>
    public static string? Missing()
    {
        string[] missing = [.. Names.Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} not set; see tests/ScEdge.Nano.Tests/README.md";
    }

    public static InterpreterSettings FromEnvironment()
    {
        string[] values = [.. Names.Select(name => Environment.GetEnvironmentVariable(name)!)];
        return new(values[0], values[1], values[2]);
    }
}
