using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;
using ScEdge.Architecture.Tests.Nano;

namespace ScEdge.Architecture.Tests.Projects;

/// <summary>Hardware intrinsics and unsafe code live in ScEdge.Kernels, next to the scalar twins that check them.</summary>
[Trait("Kind", "Unit")]
public sealed class UnsafeCodeTests
{
    private const string Home = "ScEdge.Kernels";

    [Fact]
    public void Assembly_OutsideKernels_UsesNoIntrinsics()
    {
        Breaches.AssertNone(InOtherAssemblies(module =>
            from type in module.GetTypeReferences()
            where type.FullName.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal)
            select $"uses {type.FullName}"));
    }

    [Fact]
    public void Assembly_OutsideKernels_IsCompiledAsSafeCode()
    {
        Breaches.AssertNone(InOtherAssemblies(module =>
            from attribute in module.CustomAttributes.Concat(module.Assembly.CustomAttributes)
            where attribute.AttributeType.Name == "UnverifiableCodeAttribute"
            select "allows unsafe blocks"));
    }

    [Fact]
    public void Assembly_OutsideKernels_DeclaresNoPointers()
    {
        Breaches.AssertNone(InOtherAssemblies(module =>
            from type in module.GetAllTypes()
            from declared in DeclaredTypes(type)
            where TypeParts.Of(declared.Type).Any(part => part is PointerType or FunctionPointerType)
            select $"{declared.Place} is or holds {declared.Type.FullName}"));
    }

    [Fact]
    public void Assembly_OutsideKernels_CallsNoUnsafeMembers()
    {
        // The compiler itself writes such calls, for collection expressions, into its private type.
        Breaches.AssertNone(InOtherAssemblies(module =>
            from type in module.GetAllTypes()
            where type.Name != CompilerType.PrivateDetails
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.Operand is MethodReference called
                && called.DeclaringType.FullName == "System.Runtime.CompilerServices.Unsafe"
            select $"{method.FullName} calls {((MethodReference)instruction.Operand).Name}"));
    }

    private static IEnumerable<(string Place, TypeReference Type)> DeclaredTypes(TypeDefinition type)
    {
        foreach (FieldDefinition field in type.Fields)
        {
            yield return (field.FullName, field.FieldType);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            yield return (method.FullName, method.ReturnType);
            foreach (ParameterDefinition parameter in method.Parameters)
            {
                yield return (method.FullName, parameter.ParameterType);
            }

            foreach (var variable in method.HasBody ? method.Body.Variables : [])
            {
                yield return (method.FullName, variable.VariableType);
            }
        }
    }

    private static IEnumerable<string> InOtherAssemblies(Func<ModuleDefinition, IEnumerable<string>> inspect)
    {
        foreach (ProjectFile project in ProjectFile.Compiled.Where(project => project.Name != Home))
        {
            using AssemblyDefinition assembly = project.ReadAssembly();
            foreach (string breach in inspect(assembly.MainModule).ToArray())
            {
                yield return $"{project.Name}: {breach}";
            }
        }
    }
}
