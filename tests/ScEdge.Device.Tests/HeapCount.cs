using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScEdge.Device.Tests;

/// <summary>
/// Counts what an object and all that it holds would take on the chip's managed heap, in blocks of 12 bytes: one for an object and one for each
/// of its fields; one for an array and its elements, compact where they are numbers, one block each where they are references.
/// </summary>
internal sealed class HeapCount
{
    private const int Block = 12;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the bytes so far.</summary>
    public int Bytes { get; private set; }

    /// <summary>Counts an object that stands for what is not counted.</summary>
    public void Skip(object instance) => _seen.Add(instance);

    /// <summary>Adds an object and all that it holds, once.</summary>
    public void Add(object? instance)
    {
        if (instance is null || instance is Type or Delegate || !_seen.Add(instance))
        {
            return;
        }

        Type type = instance.GetType();
        if (instance is string)
        {
            // Literals stay in flash; the heap holds one block that points there.
            Bytes += Block;
        }
        else if (instance is Array array)
        {
            AddArray(array, type.GetElementType()!);
        }
        else
        {
            AddFields(instance, type);
        }
    }

    private void AddArray(Array array, Type element)
    {
        if (element.IsPrimitive || element.IsEnum)
        {
            int size = Marshal.SizeOf(element.IsEnum ? Enum.GetUnderlyingType(element) : element == typeof(bool) ? typeof(byte) : element);
            Bytes += Block + Rounded(array.Length * size);
            return;
        }

        Bytes += Block + (Block * array.Length);
        foreach (object? item in (IEnumerable)array)
        {
            Add(item);
        }
    }

    private void AddFields(object instance, Type type)
    {
        Bytes += Block;
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Bytes += Block;
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
                {
                    Add(field.GetValue(instance));
                }
            }
        }
    }

    private static int Rounded(int bytes) => (bytes + Block - 1) / Block * Block;
}
