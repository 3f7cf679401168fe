using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;

namespace ScEdge.Playground;

/// <summary>A view whose whole state stands in the address, so that a link shows the same thing.</summary>
public abstract class ViewState : ComponentBase
{
    private IReadOnlyDictionary<string, string> _written = new Dictionary<string, string>();
    private bool _isRead;

    /// <summary>Gets or sets what the address says of the view.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> State { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets or sets who writes it into the address.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> StateChanged { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // What the view itself wrote comes back unchanged.
        if (!_isRead || !AreEqual(State, _written))
        {
            _isRead = true;
            _written = State;
            await ReadAsync(State);
        }
    }

    /// <summary>Takes the view to a state that came from outside: a link, or the way back.</summary>
    protected abstract Task ReadAsync(IReadOnlyDictionary<string, string> state);

    /// <summary>Writes a state into the address.</summary>
    protected Task WriteAsync(IReadOnlyDictionary<string, string> state)
    {
        _written = state;
        return StateChanged.InvokeAsync(state);
    }

    private static bool AreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        foreach ((string name, string value) in one)
        {
            if (!other.TryGetValue(name, out string? otherValue) || otherValue != value)
            {
                return false;
            }
        }

        return one.Count == other.Count;
    }
}
