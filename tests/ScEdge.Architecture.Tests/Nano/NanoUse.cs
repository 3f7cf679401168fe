using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Lists what a definition names: the types and members that must exist on the chip.</summary>
internal static class NanoUse
{
    /// <summary>Attributes that the compiler adds by itself, and only where the class library has them.</summary>
    private static readonly string[] CompilerAttributes =
    [
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute",
        "System.Diagnostics.DebuggerBrowsableAttribute",
    ];

    public static IEnumerable<MemberReference> By(TypeDefinition type)
    {
        IEnumerable<TypeReference> types = type.Interfaces.Select(implemented => implemented.InterfaceType);
        return (type.BaseType is null ? types : types.Append(type.BaseType)).Concat(Attributes(type))
            .Concat(type.Properties.SelectMany(Attributes)).Concat(type.Events.SelectMany(Attributes));
    }

    public static IEnumerable<MemberReference> By(FieldDefinition field) => Attributes(field).Prepend(field.FieldType);

    /// <summary>What a method names outside its instructions.</summary>
    public static IEnumerable<MemberReference> By(MethodDefinition method)
    {
        IEnumerable<MemberReference> used = Signature(method).Concat(Attributes(method)).Concat(method.Parameters.SelectMany(Attributes));
        return !method.HasBody
            ? used
            : used.Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>());
    }

    public static IEnumerable<MemberReference> By(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => Signature(method).Concat(method.GenericArguments).Append(method.DeclaringType).Append(method),
        MethodReference method => Signature(method).Append(method.DeclaringType).Append(method),
        FieldReference field => [field.DeclaringType, field.FieldType, field],
        CallSite site => site.Parameters.Select(parameter => parameter.ParameterType).Append(site.ReturnType),
        _ => [],
    };

    private static IEnumerable<MemberReference> Signature(IMethodSignature method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    private static IEnumerable<MemberReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes
            .Where(attribute => !CompilerAttributes.Contains(attribute.AttributeType.FullName))
            .SelectMany(attribute => new MemberReference[] { attribute.AttributeType, attribute.Constructor });
}
