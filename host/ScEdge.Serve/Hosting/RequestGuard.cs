using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ScEdge.Serve.Hosting;

/// <summary>Refuses what another site makes a browser ask, and tells the browser to run nothing but the page's own files.</summary>
/// <param name="next">What handles a request that may pass.</param>
/// <param name="address">Where the server listens.</param>
public sealed class RequestGuard(RequestDelegate next, ListenAddress address)
{
    // The page's scripts compile WebAssembly; nothing else is run, loaded, framed or sent to.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "font-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Handles a request.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Frame-Options"] = "DENY";
        if (!address.Answers(context.Request.Host, context.Connection.LocalIpAddress))
        {
            return Refuse(context, StatusCodes.Status421MisdirectedRequest, "This server does not go by that name.");
        }

        if (IsForeign(context.Request))
        {
            return Refuse(context, StatusCodes.Status403Forbidden, "Another site asked for this.");
        }

        bool changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        return changes && !context.Request.HasJsonContentType()
            ? Refuse(context, StatusCodes.Status415UnsupportedMediaType, "Give JSON.")
            : next(context);
    }

    /// <summary>Whether a page of another site sends the request; following a link to the page itself is no such thing.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        string own = $"{request.Scheme}://{request.Host}";
        string? origin = request.Headers.Origin.FirstOrDefault();
        string? site = request.Headers["Sec-Fetch-Site"].FirstOrDefault();
        bool isVisit = request.Headers["Sec-Fetch-Mode"].FirstOrDefault() == "navigate" && HttpMethods.IsGet(request.Method);
        return (origin is not null && origin != own) || (site is not (null or "same-origin" or "none") && !isVisit);
    }

    private static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(sentence);
    }
}
