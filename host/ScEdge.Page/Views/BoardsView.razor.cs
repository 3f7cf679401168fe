using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Addresses;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>A board: its console, its telemetry, and what can be done with it.</summary>
public partial class BoardsView : IDisposable
{
    private const int MostEvents = 400;

    private readonly LinkedList<BoardEvent> _events = new();
    private IReadOnlyList<NamedValue> _telemetry = [];
    private IReadOnlyList<NetworkEntry> _networks = [];
    private CancellationTokenSource? _line;
    private string? _watched;
    private BoardResponse? _answer;
    private string _run = "";
    private string _problem = "";
    private bool _isBusy;
    private bool _isDue;

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets what is shown: port, and whether with frames.</summary>
    [Parameter]
    public required PageAddress Address { get; set; }

    /// <summary>Gets or sets whether the tab is seen.</summary>
    [Parameter]
    public bool IsSeen { get; set; }

    /// <summary>Gets or sets what shows another address.</summary>
    [Parameter]
    public EventCallback<string> Go { get; set; }

    private IReadOnlyList<string> Ports => Server.Info?.Ports ?? [];

    private string Port => Address.Of("port") is { Length: > 0 } given ? given : Ports.Count > 0 ? Ports[0] : "";

    private bool HasFrames => Address.Of("frames").Length > 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _line?.Cancel();
        _line?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        try
        {
            _networks = Ports.Count > 0 ? await Server.Get("data/networks.json", PageJson.Default.IReadOnlyListNetworkEntry) : [];
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        string? wanted = IsSeen && Port.Length > 0
            ? $"api/boards/events?port={Uri.EscapeDataString(Port)}&frames={(HasFrames ? "true" : "false")}" : null;
        if (wanted == _watched)
        {
            return;
        }

        _line?.Cancel();
        _line?.Dispose();
        (_line, _watched) = (null, wanted);
        if (wanted is not null)
        {
            _line = new CancellationTokenSource();
            _ = Listen(wanted, _line.Token);
        }
    }

    private static string Clock(BoardEvent seen) => DateTime.TryParse(seen.Time, out DateTime time)
        ? time.ToUniversalTime().ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)
        : "";

    private async Task Listen(string address, CancellationToken end)
    {
        _events.Clear();
        await foreach (SseItem<string> item in Server.Events(address, end))
        {
            if (end.IsCancellationRequested)
            {
                return;
            }

            BoardEvent seen = JsonSerializer.Deserialize(item.Data, PageJson.Default.BoardEvent)!;
            if (seen.Kind == "telemetry" && seen.Fields.Count > 0)
            {
                _telemetry = [.. seen.Fields.Where(static one => one.Value.Length > 0)];
            }

            _events.AddFirst(seen);
            if (_events.Count > MostEvents)
            {
                _events.RemoveLast();
            }

            await ShowSoon();
        }
    }

    /// <summary>Frames come by the hundred: they are shown a few times a second.</summary>
    private async Task ShowSoon()
    {
        if (_isDue)
        {
            return;
        }

        _isDue = true;
        await Task.Yield();
        _ = Task.Delay(TimeSpan.FromMilliseconds(200)).ContinueWith(
            _ => InvokeAsync(() =>
            {
                _isDue = false;
                StateHasChanged();
            }),
            TaskScheduler.Default);
    }

    private Task ToggleFrames() => Go.InvokeAsync(PageAddress.Text("boards", ("port", Port), ("frames", HasFrames ? "" : "1")));

    private async Task Do(string action)
    {
        (_isBusy, _problem, _answer) = (true, "", null);
        try
        {
            _answer = await Server.Post(
                "api/boards", new BoardRequest(Port, action, _run), PageJson.Default.BoardRequest, PageJson.Default.BoardResponse);
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }

        _isBusy = false;
    }
}
