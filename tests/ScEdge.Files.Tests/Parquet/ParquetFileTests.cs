using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Parquet;
using Parquet.Schema;
using ScEdge.Files.Parquet;

namespace ScEdge.Files.Tests.Parquet;

/// <summary>What is written is read by Parquet.Net, which knows nothing of the writer.</summary>
[Trait("Kind", "Unit")]
public sealed class ParquetFileTests
{
    [Fact]
    public async Task Write_EveryKindWithMissingValues_IsReadByAnIndependentReader()
    {
        object?[] texts = ["8", null, "32/4/4, ü", ""];
        object?[] seeds = [1UL, ulong.MaxValue, null, 3UL];
        object?[] numbers = [0.1, null, -1e300, double.Epsilon];
        object?[] counts = [long.MaxValue, -1L, 0L, null];
        object?[] flags = [true, false, null, true];
        object?[] absent = [null, null, null, null];
        (string, IReadOnlyList<object?>)[] table =
            [("text", texts), ("seed", seeds), ("number", numbers), ("count", counts), ("flag", flags), ("absent", absent)];

        IReadOnlyDictionary<string, object?[]> read = await Read(table);
        Assert.Equal(["text", "seed", "number", "count", "flag", "absent"], read.Keys);
        Assert.All(table, column => Assert.Equal(column.Item2, read[column.Item1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(20_000)]
    public async Task Write_AnyNumberOfRows_IsReadWhole(int rows)
    {
        object?[] numbers = [.. Enumerable.Range(0, rows).Select(static i => i % 7 == 3 ? null : (object?)(i / 3.0))];
        object?[] flags = [.. Enumerable.Range(0, rows).Select(static i => (object?)(i % 3 == 0))];

        IReadOnlyDictionary<string, object?[]> read = await Read([("number", numbers), ("flag", flags)]);
        Assert.Equal(numbers, read["number"]);
        if (rows > 0)
        {
            Assert.Equal(flags, read["flag"]);
        }
    }

    [Fact]
    public async Task Write_MoreColumnsThanAShortListHas_KeepsAll()
    {
        (string, IReadOnlyList<object?>)[] table = [.. Enumerable.Range(0, 40).Select(static i => ($"c{i}", (IReadOnlyList<object?>)[(long)i]))];

        IReadOnlyDictionary<string, object?[]> read = await Read(table);
        Assert.Equal(Enumerable.Range(0, 40).Select(static i => (object)(long)i), read.Values.Select(static column => column[0]));
    }

    private static async Task<IReadOnlyDictionary<string, object?[]>> Read((string, IReadOnlyList<object?>)[] table)
    {
        using MemoryStream stream = new();
        ParquetFile.Write(stream, table);
        stream.Position = 0;
        Dictionary<string, object?[]> columns = [];
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        foreach (DataField field in reader.Schema.GetDataFields())
        {
            columns[field.Name] = field.ClrType == typeof(ReadOnlyMemory<char>) ? await Texts(group, field, (int)group.RowCount)
                : field.ClrType == typeof(bool) ? await Values<bool>(group, field, (int)group.RowCount)
                : field.ClrType == typeof(ulong) ? await Values<ulong>(group, field, (int)group.RowCount)
                : field.ClrType == typeof(long) ? await Values<long>(group, field, (int)group.RowCount)
                : await Values<double>(group, field, (int)group.RowCount);
        }

        return columns;
    }

    private static async Task<object?[]> Texts(ParquetRowGroupReader group, DataField field, int rows)
    {
        string?[] texts = new string?[rows];
        await group.ReadAsync(field, texts.AsMemory());
        return texts;
    }

    private static async Task<object?[]> Values<T>(ParquetRowGroupReader group, DataField field, int rows)
        where T : struct
    {
        T?[] values = new T?[rows];
        await group.ReadAsync(field, values.AsMemory());
        return [.. values.Cast<object?>()];
    }
}
