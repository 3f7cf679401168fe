using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Reporting.Fragments;
using ScEdge.Reporting.Model;
using ScEdge.Serve.Commands;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Boards;

/// <summary>What can be done with a board: what <c>device</c> and <c>params</c> do.</summary>
/// <param name="program">The program.</param>
/// <param name="boards">Boards that the server was given.</param>
/// <param name="runs">Folder of the runs.</param>
internal sealed class BoardTasks(CommandLine program, BoardMonitors boards, RunFolder runs)
{
    private const string PulledFolder = "pulled";

    /// <summary>Does it.</summary>
    /// <exception cref="InputException">It cannot be done, with the sentence of the command.</exception>
    public async Task<BoardResponse> Do(BoardRequest request, CancellationToken cancellation)
    {
        boards.Require(request.Port);
        return request.Action switch
        {
            "info" => Facts(await program.Ask(Arguments.Info(request.Port), cancellation).ConfigureAwait(false)),
            "calibration" => Curves(await program.Ask(Arguments.Calibration(request.Port), cancellation).ConfigureAwait(false)),
            "push" or "verify" => Facts(await program.Ask(
                Arguments.Parameters(request.Action, request.Port, runs.Find(request.Run).Folder), cancellation).ConfigureAwait(false)),
            "pull" => await Pull(request, cancellation).ConfigureAwait(false),
            _ => throw new InputException("There is no such thing to do with a board."),
        };
    }

    private async Task<BoardResponse> Pull(BoardRequest request, CancellationToken cancellation)
    {
        string folder = Path.Combine(runs.Path, PulledFolder);
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new InputException($"A link stands where the file would be: remove {PulledFolder} from the folder of the runs.");
        }

        Directory.CreateDirectory(folder);
        string name = $"board-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.safetensors";
        string? like = request.Run.Length > 0 ? runs.Find(request.Run).Folder : null;
        return Facts(await program.Ask(
            Arguments.Parameters("pull", request.Port, Path.Combine(folder, name), like), cancellation).ConfigureAwait(false));
    }

    private static BoardResponse Facts(JsonElement answer) => new(
        [.. answer.EnumerateObject().Select(static one => new Fact(one.Name.Replace('_', ' '), Text(one.Value)))], "");

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)) is { Length: > 0 } list ? list : "none",
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject().Select(static one => Text(one.Value))),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    private static BoardResponse Curves(JsonElement answer)
    {
        JsonElement[] cells = [.. answer.GetProperty("cells").EnumerateArray()];
        Curve[] curves = [.. cells.Select(static cell => new Curve(
            $"cell {cell.GetProperty("cell").GetInt32().ToString(CultureInfo.InvariantCulture)}",
            [.. cell.GetProperty("curve").EnumerateArray()
                .Select(static point => (point.GetProperty("voltage_volts").GetDouble(), point.GetProperty("probability").GetDouble()))
                .OrderBy(static point => point.Item1)]))];
        IEnumerable<Fact> facts = cells.Select(static cell => new Fact(
            $"cell {cell.GetProperty("cell")}",
            cell.GetProperty("state").GetString() + (cell.GetProperty("fault").GetString() is { } fault and not "none" ? $", {fault}" : ""),
            $"{cell.GetProperty("set_pulses")} SET pulses, tolerance {cell.GetProperty("tolerance")}"));
        return new BoardResponse(
            [.. facts],
            Fragment.Lines("board-cells", "Calibration", "switching probability of one pulse", ("Pulse amplitude, V", "Probability"), curves));
    }
}
