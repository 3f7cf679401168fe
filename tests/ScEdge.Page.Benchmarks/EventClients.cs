using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.ServerSentEvents;
using System.Threading;
using System.Threading.Tasks;

namespace ScEdge.Page.Benchmarks;

/// <summary>
/// Receives the events of a run as tabs of the page do: each over a connection of its own, opened again when the server ends it.
/// </summary>
internal sealed class EventClients : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client;
    private readonly CancellationTokenSource _end = new();
    private readonly Task[] _tabs;
    private long _events;

    /// <summary>Opens the tabs.</summary>
    /// <param name="url">Address of the page.</param>
    /// <param name="run">Name of the run.</param>
    /// <param name="count">How many; 0 for none.</param>
    public EventClients(string url, string run, int count)
    {
        _client = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        _tabs = [.. Enumerable.Range(0, count).Select(_ => Task.Run(() => Watch($"api/events?run={Uri.EscapeDataString(run)}")))];
    }

    /// <summary>Gets how many pictures of the run came, in all tabs.</summary>
    public long Events => Interlocked.Read(ref _events);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_tabs);
        _client.Dispose();
        _end.Dispose();
    }

    private async Task Watch(string address)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using HttpResponseMessage response = await _client.GetAsync(
                    new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, _end.Token);
                await using Stream stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(_end.Token);
                await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(_end.Token))
                {
                    Interlocked.Add(ref _events, item.EventType == "run" ? 1 : 0);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                // The run is not there yet, the server has ended its turn, or it is over.
                await Task.Delay(Pause);
            }
        }
    }
}
