using System.IO;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Commands;

/// <summary>
/// The help of the root, the first that a newcomer asks for.
/// </summary>
/// <remarks>
/// A file in the program, which a test holds to what the command line has: to make the commands and have them tell about themselves takes the
/// just-in-time compiler longer than all of the start of the runtime that is not to be avoided.
/// </remarks>
internal static class RootHelp
{
    private const string Name = "root-help.txt";

    /// <summary>Returns whether a command line asks for nothing but this help.</summary>
    public static bool IsAsked(string[] arguments) => arguments is [] or ["--help" or "-h" or "-?" or "help"];

    /// <summary>Returns the text, a name with its meaning in one line of whatever width.</summary>
    public static string Read()
    {
        using StreamReader text = new(typeof(RootHelp).Assembly.GetManifestResourceStream(Name)!);
        return text.ReadToEnd();
    }

    /// <summary>Writes it as wide as there is room.</summary>
    public static void Write(TextWriter output)
    {
        int width = CommandOutput.HelpWidth;
        if (width == int.MaxValue)
        {
            output.Write(Read());
            return;
        }

        foreach (string line in HelpText.Lines(Read(), width))
        {
            output.WriteLine(line);
        }
    }
}
