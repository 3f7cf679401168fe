using System;
using System.Text;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// Puts a board's console text together to lines.
/// </summary>
/// <param name="onLine">Takes a line, without its end.</param>
internal sealed class ConsoleLines(Action<string> onLine) : IConsoleSink
{
    // A board that never ends its line must not fill the memory.
    private const int Longest = 1024;

    private readonly StringBuilder _line = new();

    /// <inheritdoc/>
    public void TakeText(byte[] text, int count)
    {
        foreach (char letter in Encoding.ASCII.GetString(text, 0, count))
        {
            if (letter == '\n' || _line.Length == Longest)
            {
                onLine(_line.ToString());
                _line.Clear();
            }

            if (!char.IsControl(letter))
            {
                _line.Append(letter);
            }
        }
    }
}
