using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ScEdge.Page.Contracts;
using ScEdge.Serve.Costs;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Endpoints;

/// <summary>Costs of a circuit in silicon.</summary>
internal static class CostEndpoints
{
    /// <summary>Adds the endpoints; what the address does not say keeps its default.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/api/cost",
        static (
            string? library, string? device, string? model, string? storage, int? length, int? lanes, double? clock, double? area, double? power,
            RunFolder runs) =>
        {
            CostRequest standard = new();
            CostRequest request = new()
            {
                Library = library ?? standard.Library,
                Device = device ?? standard.Device,
                Model = model ?? standard.Model,
                Storage = storage ?? standard.Storage,
                StreamLength = length ?? standard.StreamLength,
                Lanes = lanes ?? standard.Lanes,
                ClockMegahertz = clock ?? standard.ClockMegahertz,
                AreaSquareMillimetres = area ?? standard.AreaSquareMillimetres,
                PowerMicrowatts = power ?? standard.PowerMicrowatts,
            };
            return TypedResults.Json(CostDrawing.Of(request, runs), PageJson.Default.CostSheet);
        });
}
