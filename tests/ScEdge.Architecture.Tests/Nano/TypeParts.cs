using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Takes a type apart: <c>ref List&lt;int[]&gt;</c> is by reference, generic, List, array and int.</summary>
internal static class TypeParts
{
    /// <summary>Lists the type itself and everything it is built from.</summary>
    public static IEnumerable<TypeReference> Of(TypeReference type) => new[] { type }.Concat(Inside(type).SelectMany(Of));

    private static IEnumerable<TypeReference> Inside(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.Prepend(generic.ElementType),
        RequiredModifierType modified => [modified.ElementType, modified.ModifierType],
        OptionalModifierType modified => [modified.ElementType, modified.ModifierType],
        FunctionPointerType function => function.Parameters.Select(parameter => parameter.ParameterType).Prepend(function.ReturnType),
        TypeSpecification specification => [specification.ElementType],
        _ => [],
    };
}
