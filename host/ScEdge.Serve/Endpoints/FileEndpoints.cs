using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Reporting.Styles;
using ScEdge.Serve.Runs;

namespace ScEdge.Serve.Endpoints;

/// <summary>Files of the runs, by name.</summary>
internal static class FileEndpoints
{
    // The one script that every report has may run, and no other: one that was tampered with gets none.
    private static readonly string ReportPolicy =
        "sandbox allow-scripts allow-downloads; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + $"script-src {FigureScript.PolicySource}";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/data/networks.json", static (RunFolder folder) =>
            TypedResults.Json(Networks(folder), PageJson.Default.IReadOnlyListNetworkEntry));
        routes.MapGet("/data/{**path}", static IResult (string path, RunFolder folder, HttpContext context) =>
        {
            int slash = path.LastIndexOf('/');
            FoundRun run = folder.Find(slash < 0 ? "." : path[..slash]);
            string name = path[(slash + 1)..];
            if (RunFiles.Path(run.Folder, name) is not { } file)
            {
                return TypedResults.Json(
                    new Problem("The run has no such file."), PageJson.Default.Problem, contentType: null, StatusCodes.Status404NotFound);
            }

            bool isReport = name == "report.html";
            context.Response.Headers.CacheControl = "no-cache";
            if (isReport)
            {
                context.Response.Headers.ContentSecurityPolicy = ReportPolicy;
            }

            // It may be written to while it is sent: what is there now is sent.
            return TypedResults.Stream(
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete),
                isReport ? "text/html; charset=utf-8" : "application/octet-stream",
                isReport ? null : name);
        });
    }

    private static IReadOnlyList<NetworkEntry> Networks(RunFolder folder) =>
    [
        .. from run in folder.All
           where run.Manifest.Status == RunStatus.Finished
           orderby run.Manifest.StartedUtc descending
           select new NetworkEntry(
               folder.NameOf(run),
               $"{run.Manifest.Data.Name} · {run.Manifest.ModelName} · {RunViews.Percent(run.Manifest.Result?.MainLeg.TestAccuracy ?? [])} %",
               run.Manifest.Options.Model,
               run.Manifest.Options.Dataset,
               run.Manifest.Data.NamesOfClasses(),
               RunFiles.Of(run.Folder)),
    ];
}
