using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>Two runs beside each other.</summary>
public partial class ComparisonPanel
{
    private (string First, string Second) _asked;
    private RunComparisonView? _view;
    private string _problem = "";

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets the first run.</summary>
    [Parameter]
    public required string First { get; set; }

    /// <summary>Gets or sets the second run.</summary>
    [Parameter]
    public required string Second { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (First, Second))
        {
            return;
        }

        (_asked, _view, _problem) = ((First, Second), null, "");
        try
        {
            _view = await Server.Get(
                $"api/compare?first={Uri.EscapeDataString(First)}&second={Uri.EscapeDataString(Second)}", PageJson.Default.RunComparisonView);
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }
    }
}
