using System;
using System.Collections.Generic;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Boards;

namespace ScEdge.Serve.Endpoints;

/// <summary>Boards: what they say, and what can be done with them.</summary>
internal static class BoardEndpoints
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/boards/events", static (string port, bool? frames, BoardMonitors boards, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(Events(boards.Of(port), frames == true, cancellation)));
        routes.MapPost("/api/boards", static async (BoardRequest request, BoardTasks tasks, CancellationToken cancellation) =>
            TypedResults.Json(await tasks.Do(request, cancellation).ConfigureAwait(false), PageJson.Default.BoardResponse));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        BoardMonitor monitor, bool hasFrames, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long count = 0;
        while (true)
        {
            (IReadOnlyList<BoardEvent> events, count) = monitor.After(count);
            foreach (BoardEvent one in events)
            {
                if (hasFrames || one.Kind != "frames")
                {
                    yield return new SseItem<string>(JsonSerializer.Serialize(one, PageJson.Default.BoardEvent), "board");
                }
            }

            await Task.Delay(Interval, cancellation).ConfigureAwait(false);
        }
    }
}
