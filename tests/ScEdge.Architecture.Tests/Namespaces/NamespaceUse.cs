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
/// IL names a type in signatures, constraints, fields, locals, attributes with their arguments, and instructions. It does not keep the
/// names of constants, of <c>nameof</c> and of documentation; such a use is invisible here and stands in no row.
/// </remarks>
internal static class NamespaceUse
{
    /// <summary>Lists every namespace of a project, by its name below the root, with those of the same project that it uses.</summary>
    public static SortedDictionary<string, SortedSet<string>> In(ProjectFile project)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        return In(assembly, project.RootNamespace);
    }

    /// <summary>Lists every namespace below a root, by its name there, with those below the same root that it uses.</summary>
    public static SortedDictionary<string, SortedSet<string>> In(AssemblyDefinition assembly, string root)
    {
        SortedDictionary<string, SortedSet<string>> use = new(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetAllTypes())
        {
            if (Folder(root, type) is not { } folder)
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
                let other = Folder(root, part)
                where other is not null && other != folder
                select other);
        }

        return use;
    }

    private static IEnumerable<MemberReference> Named(TypeDefinition type) =>
        NanoUse.By(type)
            .Concat(Constraints(type))
            .Concat(type.Methods.SelectMany(Constraints))
            .Concat(Attributed(type).SelectMany(one => one.CustomAttributes).SelectMany(Types))
            .Concat(type.Fields.SelectMany(NanoUse.By))
            .Concat(type.Methods.SelectMany(NanoUse.By))
            .Concat(type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(NanoUse.By));

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<ICustomAttributeProvider> Attributed(TypeDefinition type) =>
        type.Methods.SelectMany(method => method.Parameters.Append<ICustomAttributeProvider>(method.MethodReturnType).Append(method))
            .Concat(type.Fields)
            .Concat(type.Properties)
            .Concat(type.Events)
            .Append(type);

    private static IEnumerable<TypeReference> Types(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Concat(attribute.Properties.Concat(attribute.Fields).Select(named => named.Argument))
            .SelectMany(Types)
            .Append(attribute.AttributeType);

    /// <summary>The type of an argument and, where its value is a type or a list of arguments, those.</summary>
    private static IEnumerable<TypeReference> Types(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [argument.Type, type],
        CustomAttributeArgument inner => Types(inner),
        CustomAttributeArgument[] list => list.SelectMany(Types).Append(argument.Type),
        _ => [argument.Type],
    };

    /// <summary>The namespace below the root; null for what the compiler writes outside of it.</summary>
    private static string? Folder(string root, TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace == root ? NamespaceTable.Root
            : type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..]
            : null;
    }
}
