using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Runs;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Hosting;

namespace ScEdge.Serve.Endpoints;

/// <summary>What the server is.</summary>
internal static class ServerEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/server", (ServeInvocation invocation) => TypedResults.Json(
            new ServerInfo(
                ProgramVersion.Text(ProgramVersion.Number, ProgramVersion.Commit),
                invocation.Runs,
                invocation.Ports,
                invocation.Settings,
                [.. CostLibraryCatalog.BuiltIn.Select(static one => one.Name)],
                [.. PresetCatalog.BuiltIn.Select(static one => one.Name)]),
            PageJson.Default.ServerInfo));
        routes.MapFallback("/api/{**rest}", static () => TypedResults.Json(
            new Problem("There is no such thing to ask for."), PageJson.Default.Problem, contentType: null, StatusCodes.Status404NotFound));
    }
}
