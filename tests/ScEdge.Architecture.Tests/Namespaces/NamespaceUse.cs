using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;
using ScEdge.Architecture.Tests.Nano;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Namespaces;

/// <summary>
/// Which namespaces of a project use which, by the types that its compiled code names.
/// </summary>
/// <remarks>
/// IL names a type in signatures, fields, locals, attributes and instructions. It does not keep the names of constants,
/// of <c>nameof</c> and of documentation; such a use is invisible here and stands in no row.
/// </remarks>
internal static class NamespaceUse
{
    /// <summary>Lists every namespace of a project, by its name below the root, with those of the same project that it uses.</summary>
    public static SortedDictionary<string, SortedSet<string>> In(ProjectFile project)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        SortedDictionary<string, SortedSet<string>> use = new(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetAllTypes())
        {
            if (Folder(project, type) is not { } folder)
            {
                continue;
            }

            if (!use.TryGetValue(folder, out SortedSet<string>? used))
            {
                use[folder] = used = new SortedSet<string>(StringComparer.Ordinal);
            }

            used.UnionWith(
                from member in Named(type)
                let named = member as TypeReference ?? member.DeclaringType
                where named is not null
                from part in TypeParts.Of(named)
                where part.Scope == assembly.MainModule
                let other = Folder(project, part)
                where other is not null && other != folder
                select other);
        }

        return use;
    }

    private static IEnumerable<MemberReference> Named(TypeDefinition type) =>
        NanoUse.By(type)
            .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
            .Concat(type.Fields.SelectMany(NanoUse.By))
            .Concat(type.Methods.SelectMany(NanoUse.By))
            .Concat(type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(NanoUse.By));

    /// <summary>The namespace below the project's root; null for what the compiler writes outside of it.</summary>
    private static string? Folder(ProjectFile project, TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace == project.RootNamespace ? NamespaceTable.Root
            : type.Namespace.StartsWith(project.RootNamespace + ".", StringComparison.Ordinal) ? type.Namespace[(project.RootNamespace.Length + 1)..]
            : null;
    }
}
