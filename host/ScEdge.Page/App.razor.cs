using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.WebAssembly.Services;
using Microsoft.JSInterop;
using ScEdge.Page.Addresses;
using ScEdge.Page.Connections;

namespace ScEdge.Page;

/// <summary>The page: a bar with the views, and the one that the address names.</summary>
public partial class App : IAsyncDisposable
{
    /// <summary>Attribute of the document's first element that says that the page is one of files.</summary>
    public const string OfFiles = "data-files";

    // Views that need the server, and those that a page of files has too.
    private static readonly (string Name, string Title)[] ServerViews = [("runs", "Runs"), ("boards", "Boards"), ("cost", "Cost")];
    internal static readonly (string Name, string Title)[] OwnViews = [("streams", "Streams"), ("draw", "Draw")];

    private DotNetObjectReference<App>? _self;
    private IJSObjectReference? _script;
    private ElementReference _view;
    private Task _watching = Task.CompletedTask;
    private bool _isReady;
    private bool _isAsked;
    private bool _isSeen = true;

    /// <summary>Gets or sets the browser.</summary>
    [Inject]
    public required IJSRuntime Browser { get; set; }

    /// <summary>Gets or sets what knows the address that the page was called by.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Gets or sets the server.</summary>
    [Inject]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets what has the server read drawings.</summary>
    [Inject]
    public required ServerDigits Digits { get; set; }

    /// <summary>Gets or sets what brings assemblies that were left out of the start.</summary>
    [Inject]
    public required LazyAssemblyLoader Assemblies { get; set; }

    private PageAddress Address { get; set; } = PageAddress.Parse("");

    private string Hash { get; set; } = "";

    private (string Name, string Title)[] Shown => Server.Info is null && !Server.NeedsKey
        ? OwnViews
        : [ServerViews[0], .. OwnViews, .. ServerViews[1..]];

    /// <summary>Takes a new address; called by the browser.</summary>
    /// <param name="hash">What stands behind #.</param>
    [JSInvokable]
    public async Task OnAddress(string hash)
    {
        await Take(hash);
        StateHasChanged();
    }

    /// <summary>Takes whether the tab is seen; called by the browser. A tab that is not keeps no line to the server.</summary>
    /// <param name="isSeen">Whether it is.</param>
    [JSInvokable]
    public void OnSeen(bool isSeen)
    {
        _isSeen = isSeen;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Server.Changed -= StateHasChanged;
        _self?.Dispose();
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Server.Changed += StateHasChanged;
        _self = DotNetObjectReference.Create(this);
        Task server = IsOfFiles() ? Task.CompletedTask : Server.Open();
        Task<string> watching = Watch(_self);
        _watching = watching;

        // No view waits for the script, and streams not even for the server: what a reader came for is there sooner.
        string hash = new Uri(Navigation.Uri).Fragment;
        _isAsked = server.IsCompleted;
        _isReady = _isAsked || PageAddress.Parse(hash).View == OwnViews[0].Name;
        await Take(hash);
        StateHasChanged();
        await server;
        _isReady = _isAsked = true;
        await Take(Hash);
        StateHasChanged();
        string now = await watching;
        await Take(Hash == hash ? now : Hash);
    }

    /// <summary>Returns whether this page was written out as files: it says so itself, and has no server to ask.</summary>
    private bool IsOfFiles() => ((IJSInProcessRuntime)Browser).Invoke<string?>("document.documentElement.getAttribute", OfFiles) is not null;

    private async Task<string> Watch(DotNetObjectReference<App> self)
    {
        _script = await Browser.InvokeAsync<IJSObjectReference>("import", "./page.js");
        return await _script.InvokeAsync<string>("watch", self);
    }

    private async Task Take(string hash)
    {
        Hash = hash;
        PageAddress address = PageAddress.Parse(hash);
        Address = address.View.Length > 0 || !_isReady ? address : address with { View = Shown[0].Name };
        string title = Shown.FirstOrDefault(one => one.Name == Address.View).Title ?? "";
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("title", title.Length > 0 ? $"{title} · ScEdge" : "ScEdge");
        }
    }

    private async Task Opened()
    {
        await Server.Open();
        await Take(Hash);
    }

    /// <summary>Writes the state of a view that needs no server into the address.</summary>
    private Task Remember(IReadOnlyDictionary<string, string> state) =>
        Replace(PageAddress.Text(Address.View, [.. state.Select(static one => (one.Key, one.Value))]));

    private async Task FocusView() => await _view.FocusAsync();

    /// <summary>Shows another address.</summary>
    private async Task Go(string hash)
    {
        await _watching;
        await _script!.InvokeVoidAsync("go", hash);
    }

    /// <summary>Writes the state of the view that is shown into the address.</summary>
    private async Task Replace(string hash)
    {
        Hash = hash;
        Address = PageAddress.Parse(hash);
        await _watching;
        await _script!.InvokeVoidAsync("replace", Hash);
    }
}
