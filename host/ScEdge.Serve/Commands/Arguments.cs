using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Serve.Commands;

/// <summary>
/// The command lines of the program, as far as the page needs them. No value can be taken for an option: each stands behind a sign of equality.
/// </summary>
public static class Arguments
{
    /// <summary>A new training.</summary>
    /// <param name="settings">Names and values; imperfections of the cells separated by blanks.</param>
    /// <param name="folder">Its folder.</param>
    public static IReadOnlyList<string> Train(IEnumerable<KeyValuePair<string, string>> settings, string folder) =>
    [
        "train",
        .. settings.SelectMany(static one => one.Key == "nonideality"
            ? one.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static effect => $"--nonideality={effect}")
            : [$"--{one.Key}={one.Value}"]),
        $"--out={folder}",
    ];

    /// <summary>A training that goes on.</summary>
    public static IReadOnlyList<string> Resume(string folder) => ["train", $"--resume={folder}"];

    /// <summary>What a board says, line by line.</summary>
    public static IReadOnlyList<string> Monitor(string port) =>
        ["monitor", $"--port={port}", "--jsonl", "--only=text,log,telemetry,frames,link", "--interval=500ms"];

    /// <summary>What a board is.</summary>
    public static IReadOnlyList<string> Info(string port) => ["device", "info", $"--port={port}"];

    /// <summary>The curves of a board's cells, as they are.</summary>
    public static IReadOnlyList<string> Calibration(string port) => ["device", "calibrate", $"--port={port}", "--show"];

    /// <summary>Weights to or from a board, or a comparison of both.</summary>
    /// <param name="direction">push, verify or pull.</param>
    /// <param name="port">The board.</param>
    /// <param name="file">A run's folder, or the file to write.</param>
    /// <param name="like">For pull: a run's folder of the same network; else null.</param>
    public static IReadOnlyList<string> Parameters(string direction, string port, string file, string? like = null) =>
        ["params", direction, file, $"--port={port}", .. like is null ? Array.Empty<string>() : [$"--like={like}"]];

    /// <summary>Images that a board reads.</summary>
    /// <param name="port">The board.</param>
    /// <param name="run">A run's folder, whose network it reads with.</param>
    /// <param name="images">The images; each gets the next serial number, from 0.</param>
    /// <param name="length">Bits of a stream.</param>
    /// <param name="source">Source of the bits.</param>
    /// <param name="seed">Seed of the streams.</param>
    public static IReadOnlyList<string> Classify(string port, string run, IReadOnlyList<string> images, int length, string source, ulong seed) =>
    [
        "classify", $"--port={port}", $"--parameters={run}", $"--length={length}", $"--source={source}", $"--seed={seed}",
        .. images.Select(static image => $"--image={image}"),
    ];

    /// <summary>The runs of a folder, with their settings.</summary>
    public static IReadOnlyList<string> Runs(string folder) => ["runs", folder];

    /// <summary>Any of these, with an answer in JSON.</summary>
    public static IReadOnlyList<string> InJson(IEnumerable<string> arguments) => [.. arguments, "--json"];
}
