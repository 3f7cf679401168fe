using System;
using System.Collections.Generic;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Addresses;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>The runs, one of them as it grows, two beside each other, and the form for a new one.</summary>
public partial class RunsView : IDisposable
{
    private const int Page = 50;

    private readonly List<string> _chosen = [];
    private CancellationTokenSource? _line;
    private string? _watched;
    private IReadOnlyList<RunRow>? _runs;
    private RunDetail? _detail;
    private string _problem = "";
    private int _most = Page;

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets what is shown: run, or first and second, or new.</summary>
    [Parameter]
    public required PageAddress Address { get; set; }

    /// <summary>Gets or sets whether the tab is seen.</summary>
    [Parameter]
    public bool IsSeen { get; set; }

    /// <summary>Gets or sets what shows another address.</summary>
    [Parameter]
    public EventCallback<string> Go { get; set; }

    private string Selected => Address.Of("run");

    private bool IsStarting => Address.Of("new").Length > 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _line?.Cancel();
        _line?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        string? wanted = IsSeen ? Selected : null;
        if (wanted == _watched && (_line is not null || wanted is null))
        {
            return;
        }

        _line?.Cancel();
        _line?.Dispose();
        (_line, _watched, _problem) = (null, wanted, "");
        if (wanted is not null)
        {
            _line = new CancellationTokenSource();
            _ = Listen(wanted, _line.Token);
        }
    }

    private async Task Listen(string run, CancellationToken end)
    {
        string query = run.Length > 0 ? $"?run={Uri.EscapeDataString(run)}" : "";
        await foreach (SseItem<string> item in Server.Events($"api/events{query}", end))
        {
            if (end.IsCancellationRequested)
            {
                return;
            }

            switch (item.EventType)
            {
                case "list":
                    _runs = JsonSerializer.Deserialize(item.Data, PageJson.Default.RunList)!.Runs;
                    break;
                case "run":
                    (_detail, _problem) = (JsonSerializer.Deserialize(item.Data, PageJson.Default.RunDetail), "");
                    break;
                case "problem":
                    _problem = JsonSerializer.Deserialize(item.Data, PageJson.Default.Problem)!.Error;
                    break;
            }

            StateHasChanged();
        }
    }

    private void Choose(string name)
    {
        if (!_chosen.Remove(name))
        {
            _chosen.Add(name);
            if (_chosen.Count > 2)
            {
                _chosen.RemoveAt(0);
            }
        }
    }

    private Task Started(string name) => Go.InvokeAsync(PageAddress.Text("runs", ("run", name)));
}
