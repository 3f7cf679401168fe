using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>One run as it stands.</summary>
public partial class RunPanel
{
    private bool _isBusy;
    private string _refusal = "";

    /// <summary>Gets or sets the run.</summary>
    [Parameter]
    public required RunDetail Detail { get; set; }

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    private string Share => Detail.Share.ToString("0.####", CultureInfo.InvariantCulture);

    private string Problem => _refusal.Length > 0 ? _refusal : Detail.Problem;

    private string Address(string file) => $"data/{string.Join('/', Detail.Row.Name.Split('/').Select(Uri.EscapeDataString))}/{file}";

    private Task Stop() => Ask("api/runs/stop");

    private Task Resume() => Ask("api/runs/resume");

    private async Task Ask(string address)
    {
        (_isBusy, _refusal) = (true, "");
        JsonTypeInfo<RunReference> type = PageJson.Default.RunReference;
        try
        {
            await Server.Post(address, new RunReference(Detail.Row.Name), type, type);
        }
        catch (ServerRefusalException refusal)
        {
            _refusal = refusal.Message;
        }

        _isBusy = false;
    }
}
