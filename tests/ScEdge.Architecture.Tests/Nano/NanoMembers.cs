using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>The reviewed types and members of the chip's class libraries: the lines of the lists beside this file.</summary>
internal static class NanoMembers
{
    /// <summary>What shared code may use.</summary>
    public const string Shared = "nano-members.txt";

    /// <summary>What the firmware may use besides.</summary>
    public const string Firmware = "nano-firmware-members.txt";

    /// <summary>What the firmware's reference surface declares.</summary>
    public const string Hardware = "nano-hardware-members.txt";

    public static string[] Lists { get; } = [Shared, Firmware, Hardware];

    /// <summary>Reads the lines of a list in their order, without the comments that begin with #.</summary>
    public static string[] ReadLines(string list) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Nano", list))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToArray();

    public static IReadOnlySet<string> Load(params string[] lists) => lists.SelectMany(ReadLines).ToHashSet();

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
