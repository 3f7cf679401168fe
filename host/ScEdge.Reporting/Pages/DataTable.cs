using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Pages;

/// <summary>A small table: the first column names the row, the others align their digits.</summary>
internal static class DataTable
{
    /// <summary>Opens a table; an empty caption is left out.</summary>
    public static void Open(MarkupWriter markup, string caption, params string[] columns) => OpenStyled(markup, "plain-table", caption, columns);

    /// <summary>Opens a table with a look of its own.</summary>
    public static void OpenStyled(MarkupWriter markup, string look, string caption, params string[] columns)
    {
        markup.Open("table", ("class", look));
        if (caption.Length > 0)
        {
            markup.Element("caption", caption);
        }

        markup.Open("thead");
        markup.Open("tr");
        foreach (string column in columns)
        {
            markup.Element("th", column, ("scope", "col"));
        }

        markup.Close();
        markup.Close();
        markup.Open("tbody");
    }

    /// <summary>Writes a complete row.</summary>
    public static void Row(MarkupWriter markup, string name, params string[] cells)
    {
        markup.Open("tr");
        markup.Element("th", name, ("scope", "row"));
        foreach (string cell in cells)
        {
            markup.Element("td", cell);
        }

        markup.Close();
    }

    /// <summary>Closes the table.</summary>
    public static void Close(MarkupWriter markup)
    {
        markup.Close();
        markup.Close();
    }
}
