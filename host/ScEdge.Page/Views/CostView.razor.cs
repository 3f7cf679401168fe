using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Addresses;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>What a circuit costs in silicon.</summary>
public partial class CostView
{
    private IReadOnlyList<CostField> _fields = [];
    private PageAddress? _asked;
    private CostSheet? _sheet;
    private string _problem = "";
    private bool _isBusy;

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets the circuit, by the names of its fields.</summary>
    [Parameter]
    public required PageAddress Address { get; set; }

    /// <summary>Gets or sets what writes the state into the address.</summary>
    [Parameter]
    public EventCallback<string> Replace { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => _fields =
    [
        new("library", "Cost library", "", Server.Info?.Libraries ?? []),
        new("device", "Cells", "jo2009", Server.Info?.Devices ?? []),
        new("model", "Network", "lenet5", ["lenet5", "edge"]),
        new("storage", "Weights in", "sram", ["registers", "sram", "cbram"]),
        new("length", "Bits of a stream", "32", []),
        new("lanes", "Lanes", "256", []),
        new("clock", "Clock, MHz", "400", []),
        new("area", "Area at most, mm2", "1.55", []),
        new("power", "Power at most, uW", "167", []),
    ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_asked is null || Query(_asked) != Query(Address))
        {
            await Ask();
        }
    }

    private static string Query(PageAddress address) =>
        string.Join('&', address.State.Select(static one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}"));

    private string ValueOf(CostField field) => Address.Of(field.Name) is { Length: > 0 } given ? given
        : field.Default.Length > 0 || field.Choices.Count == 0 ? field.Default : field.Choices[0];

    private Task Set(CostField field, object? value)
    {
        (string, string)[] state = [.. _fields.Select(one => (one.Name, one == field ? value?.ToString()?.Trim() ?? "" : Address.Of(one.Name)))];
        return Replace.InvokeAsync(PageAddress.Text(Address.View, state));
    }

    private async Task Ask()
    {
        PageAddress asked = Address;
        (_asked, _problem, _isBusy) = (asked, "", true);
        try
        {
            CostSheet sheet = await Server.Get($"api/cost?{Query(asked)}", PageJson.Default.CostSheet);
            _sheet = ReferenceEquals(asked, _asked) ? sheet : _sheet;
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }

        _isBusy = false;
    }

    private sealed record CostField(string Name, string Title, string Default, IReadOnlyList<string> Choices);
}
