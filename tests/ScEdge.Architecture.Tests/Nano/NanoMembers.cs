using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>The reviewed types and members of the chip's class library: the lines of nano-members.txt.</summary>
internal static class NanoMembers
{
    /// <summary>Reads the lines in their order, without the comments that begin with #.</summary>
    public static string[] ReadLines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Nano", "nano-members.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToArray();

    public static IReadOnlySet<string> Load() => ReadLines().ToHashSet();

    /// <summary>Writes a type or member the way the list does.</summary>
    public static string Line(MemberReference member) => member switch
    {
        MethodReference method => $"{method.DeclaringType.FullName}::{method.Name}("
            + string.Join(",", method.Parameters.Select(parameter => parameter.ParameterType.FullName))
            + $") : {method.ReturnType.FullName}",
        FieldReference field => $"{field.DeclaringType.FullName}::{field.Name} : {field.FieldType.FullName}",
        _ => member.FullName,
    };
}
