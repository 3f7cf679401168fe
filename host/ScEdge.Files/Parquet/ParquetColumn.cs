using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ScEdge.Files.Parquet;

/// <summary>
/// A column of a Parquet file: values of one kind, any of which may be missing.
/// </summary>
/// <remarks>
/// Truth values are BOOLEAN, whole numbers INT64 (unsigned ones so marked), other numbers DOUBLE, the rest BYTE_ARRAY marked as UTF-8. The kind is
/// that of the first value; a column without any is DOUBLE.
/// </remarks>
internal sealed class ParquetColumn
{
    private const int Boolean = 0;
    private const int Int64 = 2;
    private const int Double = 5;
    private const int ByteArray = 6;
    private const int MarkedText = 0;
    private const int MarkedUnsigned = 14;

    private readonly IReadOnlyList<object?> _values;

    /// <summary>Makes a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">A value for each row; null where it is missing.</param>
    public ParquetColumn(string name, IReadOnlyList<object?> values)
    {
        Name = name;
        _values = values;
        (Type, Mark) = values.FirstOrDefault(static value => value is not null) switch
        {
            null or double or float => (Double, (int?)null),
            bool => (Boolean, null),
            ulong => (Int64, MarkedUnsigned),
            int or uint or long => (Int64, null),
            _ => (ByteArray, MarkedText),
        };
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets the number of its type.</summary>
    public int Type { get; }

    /// <summary>Gets the number of what its type stands for, or null.</summary>
    public int? Mark { get; }

    /// <summary>Returns its one page: which values are there, and those, plain.</summary>
    public byte[] Page()
    {
        using MemoryStream page = new();
        byte[] levels = Levels();
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, levels.Length);
        page.Write(length);
        page.Write(levels);
        object[] present = [.. _values.OfType<object>()];
        if (Type == Boolean)
        {
            WriteBits(page, [.. present.Cast<bool>()]);
            return page.ToArray();
        }

        foreach (object value in present)
        {
            WriteValue(page, value);
        }

        return page.ToArray();
    }

    /// <summary>Returns 1 for a value and 0 for none as runs: twice the length as a varint, then the bit.</summary>
    private byte[] Levels()
    {
        using MemoryStream runs = new();
        for (int first = 0; first < _values.Count;)
        {
            bool isThere = _values[first] is not null;
            int end = first + 1;
            while (end < _values.Count && _values[end] is not null == isThere)
            {
                end++;
            }

            CompactWriter.Varint(runs, (ulong)(end - first) << 1);
            runs.WriteByte(isThere ? (byte)1 : (byte)0);
            first = end;
        }

        return runs.ToArray();
    }

    private void WriteValue(MemoryStream page, object value)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (Type == ByteArray)
        {
            byte[] text = Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            BinaryPrimitives.WriteInt32LittleEndian(bytes, text.Length);
            page.Write(bytes[..4]);
            page.Write(text);
            return;
        }

        BinaryPrimitives.WriteInt64LittleEndian(
            bytes,
            Type == Double ? BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, CultureInfo.InvariantCulture))
            : value is ulong unsigned ? (long)unsigned
            : Convert.ToInt64(value, CultureInfo.InvariantCulture));
        page.Write(bytes);
    }

    private static void WriteBits(MemoryStream page, bool[] bits)
    {
        byte[] packed = new byte[(bits.Length + 7) / 8];
        for (int i = 0; i < bits.Length; i++)
        {
            packed[i / 8] |= (byte)(bits[i] ? 1 << (i % 8) : 0);
        }

        page.Write(packed);
    }
}
