using System.Collections.Generic;
using System.Text;

namespace ScEdge.Reporting.Tests.Figures;

/// <summary>Reads CSV as RFC 4180 has it, by a reader of its own.</summary>
internal static class Csv
{
    public static string[][] Parse(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char one = text[i];
            if (isQuoted)
            {
                if (one != '"')
                {
                    field.Append(one);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (one == '"')
            {
                isQuoted = true;
            }
            else if (one is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (one == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(one);
            }
        }

        return [.. rows];
    }
}
