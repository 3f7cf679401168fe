using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Files.Parquet;

/// <summary>
/// Writes a table as a Parquet file that pandas, DuckDB or Spark read: one group of rows, a page for each column, values plain, not compressed.
/// </summary>
/// <remarks>
/// Apache Parquet, parquet-format: README.md, Encodings.md and parquet.thrift (fields and their numbers). Equal tables give equal bytes.
/// </remarks>
public static class ParquetFile
{
    private const int DataPage = 0;
    private const int Plain = 0;
    private const int RunLength = 3;
    private const int Optional = 1;
    private const int Uncompressed = 0;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Writes a table.</summary>
    /// <param name="stream">Where to; positions count from where it stands.</param>
    /// <param name="columns">Names and values of the columns, a value for each row, null where it is missing.</param>
    public static void Write(Stream stream, IReadOnlyList<(string Name, IReadOnlyList<object?> Values)> columns)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        ParquetColumn[] all = [.. columns.Select(static column => new ParquetColumn(column.Name, column.Values))];
        int rows = columns.Count == 0 ? 0 : columns[0].Values.Count;
        using MemoryStream body = new();
        body.Write(Magic);
        (long Offset, long Size)[] chunks = [.. all.Select(column => WriteChunk(body, column, rows))];
        long metadata = body.Length;
        new CompactWriter(body).Whole(writer => WriteMetadata(writer, all, chunks, rows));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)(body.Length - metadata));
        body.Write(length);
        body.Write(Magic);
        body.WriteTo(stream);
    }

    private static (long Offset, long Size) WriteChunk(MemoryStream body, ParquetColumn column, int rows)
    {
        long offset = body.Length;
        byte[] page = column.Page();
        new CompactWriter(body).Whole(header =>
        {
            header.Int32(1, DataPage);
            header.Int32(2, page.Length);
            header.Int32(3, page.Length);
            header.Struct(5, data =>
            {
                data.Int32(1, rows);
                data.Int32(2, Plain);
                data.Int32(3, RunLength);
                data.Int32(4, RunLength);
            });
        });
        body.Write(page);
        return (offset, body.Length - offset);
    }

    private static void WriteMetadata(CompactWriter writer, ParquetColumn[] columns, (long Offset, long Size)[] chunks, int rows)
    {
        writer.Int32(1, 1);
        writer.Structs(2, columns.Length + 1, (element, i) => WriteSchema(element, i == 0 ? null : columns[i - 1], columns.Length));
        writer.Int64(3, rows);
        writer.Structs(4, 1, (group, _) =>
        {
            group.Structs(1, columns.Length, (chunk, i) =>
            {
                chunk.Int64(2, chunks[i].Offset);
                chunk.Struct(3, data => WriteColumn(data, columns[i], chunks[i], rows));
            });
            group.Int64(2, chunks.Sum(static chunk => chunk.Size));
            group.Int64(3, rows);
        });
        writer.Text(6, "scedge");
    }

    private static void WriteSchema(CompactWriter element, ParquetColumn? column, int count)
    {
        if (column is null)
        {
            element.Text(4, "schema");
            element.Int32(5, count);
            return;
        }

        element.Int32(1, column.Type);
        element.Int32(3, Optional);
        element.Text(4, column.Name);
        if (column.Mark is { } mark)
        {
            element.Int32(6, mark);
        }
    }

    private static void WriteColumn(CompactWriter data, ParquetColumn column, (long Offset, long Size) chunk, int rows)
    {
        data.Int32(1, column.Type);
        data.Int32List(2, Plain, RunLength);
        data.TextList(3, column.Name);
        data.Int32(4, Uncompressed);
        data.Int64(5, rows);
        data.Int64(6, chunk.Size);
        data.Int64(7, chunk.Size);
        data.Int64(9, chunk.Offset);
    }
}
