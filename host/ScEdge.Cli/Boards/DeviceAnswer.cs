using System;
using ScEdge.Cli.Output;
using ScEdge.Input;
using Spectre.Console;

namespace ScEdge.Cli.Boards;

/// <summary>
/// What a board answered, for people and for programs.
/// </summary>
/// <param name="Json">An object to serialise.</param>
/// <param name="Write">Writes it for people.</param>
internal sealed record DeviceAnswer(object Json, Action<IAnsiConsole> Write)
{
    /// <summary>Gets why the command has failed all the same; null if it has not.</summary>
    public string? Failure { get; init; }

    /// <summary>Writes the answer, and fails if the command has failed all the same.</summary>
    /// <exception cref="InputException">The command has failed.</exception>
    public void WriteTo(CommandOutput output, bool json)
    {
        if (json)
        {
            output.WriteJson(Json);
        }
        else
        {
            Write(output.Console);
        }

        if (Failure is { } failure)
        {
            throw new InputException(failure);
        }
    }

    /// <summary>Makes an answer of one sentence.</summary>
    public static DeviceAnswer Sentence(object json, string sentence) => new(json, console => console.WriteLine(sentence));
}
