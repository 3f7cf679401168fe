using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Files.Tests.Reading;

[Trait("Kind", "Property")]
public sealed class CsvTableTests
{
    private const int Tables = 3000;

    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    // What a writer has to quote, and what it need not.
    private static readonly Gen<string> Cell = Gen.Char["ab,;\t\" \n#0"].Array[0, 6].Select(static letters => new string(letters));

    private static readonly Gen<(string[][] Rows, char Separator, string LineEnd)> Table = Gen.Select(
        Gen.Int[1, 4].SelectMany(static columns => Cell.Array[columns].Array[1, 5]), Gen.Char[",;\t"], Gen.Int[0, 2].Select(static i => LineEnds[i]));

    [Fact]
    public void Read_TableThatWasWrittenByTheRules_GivesItsCells() => Table.Sample(
        static table =>
        {
            // The names of columns have no separators in them, by which the one that counts is known.
            string[] names = [.. Enumerable.Range(0, table.Rows[0].Length).Select(i => $"column{i}")];
            string text = Write([names, .. table.Rows], table.Separator, table.LineEnd);

            IReadOnlyList<CsvRow> rows = CsvTable.Read(text, "x");

            Assert.Equal([names, .. table.Rows], rows.Select(row => row.Cells));
        },
        iter: Tables);

    [Fact]
    public void Read_AnyText_GivesRowsOrASentence() => Gen.Char["ab,;\t\" \r\n#0"].Array[0, 60].Sample(
        static letters =>
        {
            try
            {
                Assert.All(CsvTable.Read(new string(letters), "x"), row => Assert.NotEmpty(row.Cells));
            }
            catch (InputException exception)
            {
                Assert.Matches("^x, line [0-9]+: .*\\.$", exception.Message);
            }
        },
        iter: Tables);

    [Fact]
    public void Read_CutWithinQuotes_IsRefused()
    {
        const string Text = "a,b\n1,\"two\nlines\"\n";
        int open = Text.IndexOf('"', StringComparison.Ordinal);
        int close = Text.LastIndexOf('"');
        for (int length = open + 1; length <= close; length++)
        {
            string message = Assert.Throws<InputException>(() => CsvTable.Read(Text[..length], "x")).Message;
            Assert.StartsWith("x, line 2: a quote is opened and not closed", message, StringComparison.Ordinal);
        }

        Assert.Equal("two\nlines", CsvTable.Read(Text, "x")[1].Cells[1]);
    }

    private static string Write(string[][] rows, char separator, string lineEnd) => string.Concat(
        rows.Select(row => string.Join(separator, row.Select(Quoted)) + lineEnd));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
