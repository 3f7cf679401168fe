using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using ScEdge.Page.Connections;
using ScEdge.Page.Contracts;

namespace ScEdge.Page.Views;

/// <summary>The form for a new training.</summary>
public partial class StartForm
{
    private static readonly string[] First =
        ["dataset", "model", "optimizer", "epochs", "seeds", "stream-length", "passes", "learning-rate", "batch", "limit", "baseline"];

    private readonly Dictionary<string, string> _values = [];
    private string _name = "";
    private string _problem = "";
    private bool _isBusy;

    /// <summary>Gets or sets the server.</summary>
    [Parameter]
    public required ServerConnection Server { get; set; }

    /// <summary>Gets or sets what is told the name of the run when it has started.</summary>
    [Parameter]
    public EventCallback<string> Started { get; set; }

    private IEnumerable<SettingField> Fields(bool isFirst) =>
        (Server.Info?.Settings ?? []).Where(field => First.Contains(field.Name) == isFirst)
            .OrderBy(field => isFirst ? Array.IndexOf(First, field.Name) : 0);

    /// <summary>Whether a setting takes one of its choices and nothing else.</summary>
    private static bool IsChoice(SettingField field) => field.Choices.Count > 1 && field.Choices.ToHashSet().SetEquals(field.Form.Split('|'));

    private void Set(string name, object? value)
    {
        _values[name] = value?.ToString()?.Trim() ?? "";
        _problem = "";
    }

    private async Task Submit()
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _problem) = (true, "");
        try
        {
            NamedValue[] settings = [.. _values.Where(static one => one.Value.Length > 0).Select(static one => new NamedValue(one.Key, one.Value))];
            RunReference run = await Server.Post(
                "api/runs/start", new StartRequest(_name.Trim(), settings), PageJson.Default.StartRequest, PageJson.Default.RunReference);
            await Started.InvokeAsync(run.Name);
        }
        catch (ServerRefusalException refusal)
        {
            _problem = refusal.Message;
        }

        _isBusy = false;
    }
}
