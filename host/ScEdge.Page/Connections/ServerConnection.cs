using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Connections;

/// <summary>The server of this page, if it has one: a page that was written out as files has none.</summary>
/// <param name="client">Asks relative to the page's own folder.</param>
public sealed class ServerConnection(HttpClient client)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Gets what the server is; null before it answered, and where there is none.</summary>
    public ServerInfo? Info { get; private set; }

    /// <summary>Gets whether the server wants to be shown that its key is known.</summary>
    public bool NeedsKey { get; private set; }

    /// <summary>Gets whether the server answered last time.</summary>
    public bool IsReachable { get; private set; } = true;

    /// <summary>Is raised when a server goes or comes back.</summary>
    public event Action? Changed;

    /// <summary>Asks what the server is.</summary>
    public async Task Open()
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri("api/server", UriKind.Relative));
            NeedsKey = response.StatusCode == HttpStatusCode.Unauthorized;
            Info = response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json"
                ? await response.Content.ReadFromJsonAsync(PageJson.Default.ServerInfo)
                : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            Info = null;
        }
    }

    /// <summary>Shows the server that its key is known.</summary>
    /// <returns>Whether it is the right one.</returns>
    /// <exception cref="ServerRefusalException">The server does not answer.</exception>
    public async Task<bool> Prove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string nonce = await Get("api/session", PageJson.Default.String);
        string proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()), Encoding.ASCII.GetBytes(nonce)));
        using HttpResponseMessage response = await client.PostAsJsonAsync(
            "api/session", new SessionRequest(nonce, proof), PageJson.Default.SessionRequest);
        return response.IsSuccessStatusCode;
    }

    /// <summary>Asks for something.</summary>
    /// <exception cref="ServerRefusalException">The server cannot give it, with its sentence, or does not answer.</exception>
    public async Task<T> Get<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellation = default)
    {
        using HttpResponseMessage response = await Send(new HttpRequestMessage(HttpMethod.Get, address), cancellation);
        return await Read(response, type, cancellation);
    }

    /// <summary>Has something done.</summary>
    /// <exception cref="ServerRefusalException">The server cannot do it, with its sentence, or does not answer.</exception>
    public async Task<TResult> Post<T, TResult>(string address, T body, JsonTypeInfo<T> bodyType, JsonTypeInfo<TResult> type)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = JsonContent.Create(body, bodyType) };
        using HttpResponseMessage response = await Send(request, CancellationToken.None);
        return await Read(response, type, CancellationToken.None);
    }

    /// <summary>Receives what the server tells, for as long as it is wanted; a line that is lost is opened again.</summary>
    /// <param name="address">What is wanted.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<SseItem<string>> Events(string address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            using HttpResponseMessage? response = await TryOpen(address, cancellation);
            if (response is not null)
            {
                Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
                await using IAsyncEnumerator<SseItem<string>> events =
                    SseParser.Create(stream).EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation);
                while (await TryMove(events, cancellation))
                {
                    yield return events.Current;
                }
            }
            else if (!cancellation.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task<HttpResponseMessage?> TryOpen(string address, CancellationToken cancellation)
    {
        try
        {
            HttpResponseMessage response = await client.GetAsync(
                new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
            SetReachable(true);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            response.Dispose();
        }
        catch (HttpRequestException)
        {
            SetReachable(false);
        }
        catch (OperationCanceledException)
        {
            // It is not wanted any more.
        }

        return null;
    }

    private async Task<bool> TryMove(IAsyncEnumerator<SseItem<string>> events, CancellationToken cancellation)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            if (!cancellation.IsCancellationRequested)
            {
                SetReachable(false);
                await Task.Delay(Pause, CancellationToken.None);
            }

            return false;
        }
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new ServerRefusalException("The server does not answer: see whether scedge serve still runs.", exception);
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadFromJsonAsync(type, cancellation) ?? throw new JsonException();
            }

            Problem? problem = await response.Content.ReadFromJsonAsync(PageJson.Default.Problem, cancellation);
            throw new ServerRefusalException(problem?.Error ?? "The server refuses this.");
        }
        catch (JsonException exception)
        {
            throw new ServerRefusalException("The server answered what this page does not understand: load it again.", exception);
        }
    }

    private void SetReachable(bool isReachable)
    {
        if (IsReachable != isReachable)
        {
            IsReachable = isReachable;
            Changed?.Invoke();
        }
    }
}
