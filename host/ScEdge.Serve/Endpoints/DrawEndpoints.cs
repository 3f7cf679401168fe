using System.Threading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ScEdge.Page.Contracts;
using ScEdge.Playground.Networks;
using ScEdge.Serve.Drawings;

namespace ScEdge.Serve.Endpoints;

/// <summary>Drawings, read here or on a board.</summary>
internal static class DrawEndpoints
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/draw",
        static async (DrawRequest request, DrawingReadings readings, CancellationToken cancellation) =>
            TypedResults.Json(await readings.Read(request, cancellation).ConfigureAwait(false), PageJson.Default.DrawAnswer));
}
