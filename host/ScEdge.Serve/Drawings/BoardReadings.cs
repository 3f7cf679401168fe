using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Playground.Networks;
using ScEdge.Serve.Boards;
using ScEdge.Serve.Commands;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Drawings;

/// <summary>Has a board read drawings: what <c>classify</c> does, held against the same readings here.</summary>
/// <param name="program">The program.</param>
/// <param name="boards">Boards that the server was given.</param>
/// <param name="folder">Folder of the runs.</param>
internal sealed class BoardReadings(CommandLine program, BoardMonitors boards, RunFolder folder)
{
    // IDX: two zeros, unsigned bytes, three sizes.
    private const int IdxHeading = 0x0803;

    /// <summary>Reads on a board.</summary>
    /// <param name="request">What is wanted; a board begins with the reading of number 0 and makes those before the first too.</param>
    /// <param name="pixels">Pixels of the drawing, a square.</param>
    /// <param name="here">The same readings of this process.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The board's scores, with counts and layers, which a board does not tell of every reading, as they are here.</returns>
    /// <exception cref="InputException">The command refuses, or the board read other bits.</exception>
    public async Task<DrawAnswer> Read(DrawRequest request, byte[] pixels, DrawAnswer here, CancellationToken cancellation)
    {
        boards.Require(request.Place);
        DirectoryInfo work = Directory.CreateTempSubdirectory("scedge-draw-");
        try
        {
            string file = Path.Combine(work.FullName, "drawing-idx3-ubyte");
            await File.WriteAllBytesAsync(file, Idx(pixels), cancellation).ConfigureAwait(false);
            JsonElement answer = await program.Ask(
                Arguments.Classify(
                    request.Place, folder.Find(request.Network).Folder, [.. Enumerable.Repeat($"{file}#0", (int)request.First + request.Count)],
                    request.Length, request.Source, request.Seed),
                cancellation).ConfigureAwait(false);
            IEnumerable<JsonElement> readings = answer.GetProperty("images").EnumerateArray().Skip((int)request.First);
            return here with { Readings = [.. readings.Zip(here.Readings, (board, own) => Equal(request.Place, board, own))] };
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static RemoteReading Equal(string port, JsonElement board, RemoteReading own)
    {
        const int BitsCount = 1;
        float[] logits = [.. board.GetProperty("logits").EnumerateArray().Select(static one => (float)one.GetDouble())];
        return logits.SequenceEqual(own.Logits) && board.GetProperty("bits").GetInt64() == own.Counts[BitsCount]
            ? own with { Logits = logits }
            : throw new InputException($"The board at {port} read other bits than this program does: update its firmware.");
    }

    private static byte[] Idx(byte[] pixels)
    {
        int side = (int)Math.Sqrt(pixels.Length);
        byte[] file = new byte[16 + pixels.Length];
        BinaryPrimitives.WriteInt32BigEndian(file, IdxHeading);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4), 1);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(8), side);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(12), side);
        pixels.CopyTo(file, 16);
        return file;
    }
}
