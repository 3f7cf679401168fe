using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Pages;

/// <summary>A part of the page with a heading of its own.</summary>
internal abstract class Section(string id, string heading)
{
    /// <summary>Anchor within the page.</summary>
    public string Id { get; } = id;

    /// <summary>Heading, also in the list of contents.</summary>
    public string Heading { get; } = heading;

    /// <summary>Whether the report has anything to show here.</summary>
    public abstract bool HasContent { get; }

    /// <summary>Writes the section with its heading.</summary>
    public void Write(MarkupWriter markup)
    {
        markup.Open("section", ("id", Id), ("aria-labelledby", Id + "-heading"));
        markup.Element("h2", Heading, ("id", Id + "-heading"));
        WriteContent(markup);
        markup.Close();
    }

    /// <summary>Writes what stands beneath the heading.</summary>
    protected abstract void WriteContent(MarkupWriter markup);
}
