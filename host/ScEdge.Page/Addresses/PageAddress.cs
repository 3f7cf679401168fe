using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Page.Addresses;

/// <summary>What the page shows, as it stands behind # in the address: a view and its state, such as <c>runs?run=first</c>.</summary>
/// <param name="View">Name of the view.</param>
/// <param name="State">State of the view by name.</param>
public sealed record PageAddress(string View, IReadOnlyDictionary<string, string> State)
{
    /// <summary>Reads what stands behind # (with it or without).</summary>
    /// <param name="fragment">The text; empty for the first view.</param>
    public static PageAddress Parse(string fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        string[] parts = fragment.TrimStart('#').Split('?', 2);
        Dictionary<string, string> state = [];
        foreach (string pair in parts.Length < 2 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = pair.Split('=', 2);
            state[Uri.UnescapeDataString(words[0])] = words.Length < 2 ? "" : Uri.UnescapeDataString(words[1]);
        }

        return new PageAddress(parts[0], state);
    }

    /// <summary>Returns one value of the state; empty where there is none.</summary>
    public string Of(string name) => State.GetValueOrDefault(name, "");

    /// <summary>Returns the text behind #, with it.</summary>
    public static string Text(string view, params (string Name, string Value)[] state)
    {
        IEnumerable<string> pairs = state.Where(static one => one.Value.Length > 0)
            .Select(static one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}");
        string query = string.Join('&', pairs);
        return query.Length > 0 ? $"#{view}?{query}" : $"#{view}";
    }
}
