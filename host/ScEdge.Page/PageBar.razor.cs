using System.Collections.Generic;
using Microsoft.AspNetCore.Components;

namespace ScEdge.Page;

/// <summary>The bar of the page: its name and its views.</summary>
public partial class PageBar
{
    /// <summary>Gets or sets the views by name and title; none while it is not known which there are.</summary>
    [Parameter]
    public IReadOnlyList<(string Name, string Title)> Views { get; set; } = [];

    /// <summary>Gets or sets the name of the view that is shown.</summary>
    [Parameter]
    public string View { get; set; } = "";

    /// <summary>Gets or sets what takes the keyboard to the content.</summary>
    [Parameter]
    public EventCallback ToContent { get; set; }
}
