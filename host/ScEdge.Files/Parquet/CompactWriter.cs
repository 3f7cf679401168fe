using System;
using System.IO;
using System.Text;

namespace ScEdge.Files.Parquet;

/// <summary>
/// Writes Thrift's compact protocol, in which the metadata of a Parquet file stand: fields by the distance of their numbers, whole numbers as
/// zigzag varints (Apache Thrift, doc/specs/thrift-compact-protocol.md).
/// </summary>
/// <param name="stream">Where to.</param>
internal sealed class CompactWriter(Stream stream)
{
    private const int TypeInt32 = 5;
    private const int TypeInt64 = 6;
    private const int TypeBinary = 8;
    private const int TypeList = 9;
    private const int TypeStruct = 12;
    private const int LongestShortList = 14;

    private int _last;

    /// <summary>Writes a field of 32 bits.</summary>
    public void Int32(int field, int value)
    {
        Field(field, TypeInt32);
        Varint(ZigZag(value));
    }

    /// <summary>Writes a field of 64 bits.</summary>
    public void Int64(int field, long value)
    {
        Field(field, TypeInt64);
        Varint(ZigZag(value));
    }

    /// <summary>Writes a field of text.</summary>
    public void Text(int field, string value)
    {
        Field(field, TypeBinary);
        Bytes(value);
    }

    /// <summary>Writes a field that is a structure.</summary>
    public void Struct(int field, Action<CompactWriter> write)
    {
        Field(field, TypeStruct);
        Whole(write);
    }

    /// <summary>Writes a field that is a list of structures.</summary>
    public void Structs(int field, int count, Action<CompactWriter, int> write)
    {
        Field(field, TypeList);
        ListHeader(count, TypeStruct);
        for (int i = 0; i < count; i++)
        {
            Whole(writer => write(writer, i));
        }
    }

    /// <summary>Writes a field that is a list of whole numbers.</summary>
    public void Int32List(int field, params ReadOnlySpan<int> values)
    {
        Field(field, TypeList);
        ListHeader(values.Length, TypeInt32);
        foreach (int value in values)
        {
            Varint(ZigZag(value));
        }
    }

    /// <summary>Writes a field that is a list of one text.</summary>
    public void TextList(int field, string value)
    {
        Field(field, TypeList);
        ListHeader(1, TypeBinary);
        Bytes(value);
    }

    /// <summary>Writes a structure with the sign that ends it.</summary>
    public void Whole(Action<CompactWriter> write)
    {
        write(new CompactWriter(stream));
        stream.WriteByte(0);
    }

    /// <summary>Writes a number, 7 bits to a byte, the low ones first.</summary>
    internal static void Varint(Stream stream, ulong value)
    {
        while (value > 0x7F)
        {
            stream.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        stream.WriteByte((byte)value);
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void Varint(ulong value) => Varint(stream, value);

    /// <summary>Writes the header of a field; all fields here are numbered 1 to 15, ascending.</summary>
    private void Field(int field, int type)
    {
        stream.WriteByte((byte)(((field - _last) << 4) | type));
        _last = field;
    }

    private void ListHeader(int count, int type)
    {
        stream.WriteByte((byte)((Math.Min(count, LongestShortList + 1) << 4) | type));
        if (count > LongestShortList)
        {
            Varint((ulong)count);
        }
    }

    private void Bytes(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Varint((ulong)bytes.Length);
        stream.Write(bytes);
    }
}
