using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using ScEdge.Link.Keys;
using ScEdge.Page.Contracts;

namespace ScEdge.Serve.Hosting;

/// <summary>Lets only browsers whose user knows the key past the page's own files.</summary>
/// <remarks>
/// The key is not sent: the page answers a random number, used once, with its HMAC-SHA256 under the key, and gets a session in a cookie that no
/// script reads
/// and no other site sends. The line is not sealed: whoever listens sees what the page shows and may take the session.
/// </remarks>
/// <param name="next">What handles a request that may pass.</param>
/// <param name="key">The key.</param>
public sealed class KeyGate(RequestDelegate next, PreSharedKey key)
{
    private const string Cookie = "scedge-session";
    private const string SessionPath = "/api/session";
    private const int MostChallenges = 64;
    private const int NonceBytes = 32;

    private static readonly TimeSpan WrongDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, byte> _challenges = new();
    private readonly ConcurrentDictionary<string, byte> _sessions = new();

    /// <summary>Handles a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PathString path = context.Request.Path;
        if (path == SessionPath)
        {
            await Session(context).ConfigureAwait(false);
            return;
        }

        bool isGuarded = path.StartsWithSegments("/api") || path.StartsWithSegments("/data");
        if (isGuarded && !(context.Request.Cookies.TryGetValue(Cookie, out string? session) && _sessions.ContainsKey(session)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(
                new Problem("This page is for those who know its key."), PageJson.Default.Problem, contentType: null, context.RequestAborted)
                .ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private async Task Session(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            if (_challenges.Count >= MostChallenges)
            {
                _challenges.Clear();
            }

            string nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
            _challenges[nonce] = 0;
            await context.Response.WriteAsJsonAsync(nonce, PageJson.Default.String, contentType: null, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        SessionRequest? request = await Read(context).ConfigureAwait(false);
        bool isProven = request is not null && _challenges.TryRemove(request.Nonce, out _) && IsProven(request);
        if (!isProven)
        {
            await Task.Delay(WrongDelay, context.RequestAborted).ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        _sessions[session] = 0;
        context.Response.Cookies.Append(
            Cookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<SessionRequest?> Read(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync(PageJson.Default.SessionRequest, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsProven(SessionRequest request)
    {
        try
        {
            return key.IsProven(Encoding.ASCII.GetBytes(request.Nonce), Convert.FromHexString(request.Proof));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
