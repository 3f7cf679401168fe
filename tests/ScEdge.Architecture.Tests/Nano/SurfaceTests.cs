using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mono.Cecil;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Holds the firmware's declarations of the chip's hardware libraries to the reviewed list, both ways.</summary>
[Trait("Kind", "Unit")]
public sealed class SurfaceTests
{
    [Fact]
    public void Surface_EveryDeclaration_IsReviewedAndNoOther()
    {
        ProjectFile surface = Assert.Single(ProjectFile.Compiled, project => project.Name == "ScEdge.Firmware.Surface");
        using AssemblyDefinition assembly = surface.ReadAssembly();
        Assert.Equal(
            NanoMembers.ReadLines(NanoMembers.Hardware),
            Declarations(assembly.MainModule).Order(StringComparer.Ordinal).ToArray());
    }

    [Fact]
    public void Surface_Methods_OnlyThrow()
    {
        // Declarations: nothing of the chip's behaviour is imitated.
        ProjectFile surface = Assert.Single(ProjectFile.Compiled, project => project.Name == "ScEdge.Firmware.Surface");
        using AssemblyDefinition assembly = surface.ReadAssembly();
        Breaches.AssertNone(
            from type in assembly.MainModule.Types
            from method in type.Methods
            where method.HasBody && method.Body.Instructions[^1].OpCode != Mono.Cecil.Cil.OpCodes.Throw
            select method.FullName);
    }

    private static IEnumerable<string> Declarations(ModuleDefinition module) =>
        from type in module.Types
        where type.IsPublic
        from line in Members(type).Prepend(type.FullName)
        select line;

    private static IEnumerable<string> Members(TypeDefinition type) =>
        type.IsEnum
            ? type.Fields.Where(field => field.HasConstant).Select(
                field => $"{type.FullName}::{field.Name} = {Convert.ToString(field.Constant, CultureInfo.InvariantCulture)}")
            : type.Methods.Where(method => method.IsPublic).Select(NanoMembers.Line);
}
