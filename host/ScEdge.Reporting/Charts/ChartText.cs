namespace ScEdge.Reporting.Charts;

/// <summary>What a screen reader says about a drawing.</summary>
/// <param name="Id">Name of the drawing, unique on its page.</param>
/// <param name="Title">A few words.</param>
/// <param name="Description">One or two sentences: what is drawn against what, and what it shows.</param>
internal sealed record ChartText(string Id, string Title, string Description);
