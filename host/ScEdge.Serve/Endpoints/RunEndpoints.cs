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
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Endpoints;

/// <summary>Runs: as they grow, started, stopped, continued, beside each other.</summary>
internal static class RunEndpoints
{
    // A browser keeps six connections to a server, over all its tabs: beyond these streams take turns.
    private const int StreamsAtATime = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    private static int _open;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events", static (string? run, RunViews views, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(Events(run, views, cancellation)));
        routes.MapPost("/api/runs/start", static async (StartRequest request, Trainings trainings) =>
            TypedResults.Json(new RunReference(await trainings.Start(request).ConfigureAwait(false)), PageJson.Default.RunReference));
        routes.MapPost("/api/runs/stop", static async (RunReference run, Trainings trainings) =>
        {
            await trainings.Stop(run.Name).ConfigureAwait(false);
            return TypedResults.Json(run, PageJson.Default.RunReference);
        });
        routes.MapPost("/api/runs/resume", static async (RunReference run, Trainings trainings) =>
            TypedResults.Json(new RunReference(await trainings.Resume(run.Name).ConfigureAwait(false)), PageJson.Default.RunReference));
        routes.MapGet("/api/compare", static async (string first, string second, RunComparisons comparisons) =>
            TypedResults.Json(await comparisons.Of(first, second).ConfigureAwait(false), PageJson.Default.RunComparisonView));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        string? name, RunViews views, [EnumeratorCancellation] CancellationToken cancellation)
    {
        bool isCrowded = Interlocked.Increment(ref _open) > StreamsAtATime;
        try
        {
            DateTime end = DateTime.UtcNow + Turn;
            string list = "";
            string detail = "";
            do
            {
                string now = views.List();
                if (now != list)
                {
                    yield return new SseItem<string>(list = now, "list");
                }

                if (name is not null)
                {
                    (string? seen, string? problem) = await Read(name, views, cancellation).ConfigureAwait(false);
                    if (problem is not null)
                    {
                        yield return new SseItem<string>(JsonSerializer.Serialize(new Problem(problem), PageJson.Default.Problem), "problem");
                    }
                    else if (!ReferenceEquals(seen, detail))
                    {
                        yield return new SseItem<string>(detail = seen!, "run");
                    }
                }

                await Task.Delay(Interval, cancellation).ConfigureAwait(false);
            }
            while (!(isCrowded && DateTime.UtcNow > end));
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async Task<(string? Detail, string? Problem)> Read(string name, RunViews views, CancellationToken cancellation)
    {
        try
        {
            return (await views.Detail(name, cancellation).ConfigureAwait(false), null);
        }
        catch (InputException exception)
        {
            return (null, exception.Message);
        }
    }
}
