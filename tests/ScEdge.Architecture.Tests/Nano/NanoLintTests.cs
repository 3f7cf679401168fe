using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ScEdge.Architecture.Tests.Nano.Rules;
using ScEdge.Architecture.Tests.Nano.Violations;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Proves that the lint sees each kind of violation, on small types that are wrong on purpose.</summary>
[Trait("Kind", "Unit")]
public sealed class NanoLintTests
{
    [Theory]
    [InlineData(typeof(GenericClass<>), nameof(Generics))]
    [InlineData(typeof(GenericField), nameof(Generics))]
    [InlineData(typeof(GenericMethod), nameof(Generics))]
    [InlineData(typeof(GenericCall), nameof(Generics))]
    [InlineData(typeof(GenericLocal), nameof(Generics))]
    [InlineData(typeof(NullableParameter), nameof(Generics))]
    [InlineData(typeof(MatrixField), nameof(ArrayRanks))]
    [InlineData(typeof(MatrixAccess), nameof(ArrayRanks))]
    [InlineData(typeof(StackBuffer), nameof(Opcodes))]
    [InlineData(typeof(TypedReferences), nameof(Opcodes))]
    [InlineData(typeof(FunctionPointer), nameof(Opcodes))]
    [InlineData(typeof(FunctionPointer), nameof(Pointers))]
    [InlineData(typeof(PointerLocal), nameof(Pointers))]
    [InlineData(typeof(DecimalField), nameof(Decimals))]
    [InlineData(typeof(FixedBuffer), nameof(FixedBuffers))]
    [InlineData(typeof(InterfaceWithBody), nameof(InterfaceBodies))]
    [InlineData(typeof(AsyncMethod), nameof(StateMachines))]
    [InlineData(typeof(IteratorMethod), nameof(StateMachines))]
    [InlineData(typeof(CheckedSum), nameof(CheckedArithmetic))]
    [InlineData(typeof(CheckedConversion), nameof(CheckedArithmetic))]
    [InlineData(typeof(UnsignedToDouble), nameof(UnsignedToFloat))]
    [InlineData(typeof(MathCall), nameof(MathLibrary))]
    [InlineData(typeof(SinglePrecisionMathCall), nameof(MathLibrary))]
    [InlineData(typeof(OpenSwitch), nameof(CompilerRoutines))]
    [InlineData(typeof(UnreviewedMethod), nameof(ReviewedMembers))]
    [InlineData(typeof(UnreviewedField), nameof(ReviewedMembers))]
    [InlineData(typeof(UnreviewedType), nameof(ReviewedMembers))]
    [InlineData(typeof(UnreviewedInterface), nameof(ReviewedMembers))]
    [InlineData(typeof(UnreviewedCatch), nameof(ReviewedMembers))]
    [InlineData(typeof(UnreviewedAttribute), nameof(ReviewedMembers))]
    [InlineData(typeof(VolatileField), nameof(ReviewedMembers))]
    public void Check_ViolatingType_NamesTheRule(Type violation, string rule)
    {
        Assert.Contains(Check(violation), finding => finding.Rule == rule);
    }

    [Fact]
    public void Check_CleanType_FindsNothing()
    {
        Breaches.AssertNone(Check(typeof(CleanType)).Select(finding => finding.ToString()));
    }

    [Fact]
    public void Check_ViolatingInstruction_NamesTypeMethodAndOffset()
    {
        NanoFinding finding = Assert.Single(Check(typeof(CheckedSum)), finding => finding.Rule == nameof(CheckedArithmetic));
        Assert.Equal(typeof(CheckedSum).FullName + "::Add IL_0002", finding.Place);
    }

    [Fact]
    public void Check_UnreviewedMember_PrintsTheLineToAdd()
    {
        Assert.Contains(
            Check(typeof(UnreviewedMethod)),
            finding => finding.Message.EndsWith(": System.Array::Sort(System.Array) : System.Void", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ExemptedMethod_MayConvertUnsignedNumbers()
    {
        Dictionary<string, string> exemptions = new()
        {
            [typeof(UnsignedToDouble).FullName + "::Convert"] = "an example",
        };
        using AssemblyDefinition tests = ReadTests();
        NanoLint lint = new(new UnsignedToFloat(exemptions));
        Assert.Empty(lint.Check(tests.MainModule.GetType(typeof(UnsignedToDouble).FullName)));
    }

    [Fact]
    public void Check_EveryUnsupportedOpcode_IsReported()
    {
        // No C# gives ckfinite, jmp and some others, so the instructions are written down as such.
        foreach (OpCode opcode in Opcodes.Unsupported)
        {
            Instruction instruction = Instruction.Create(OpCodes.Nop);
            instruction.OpCode = opcode;
            using ModuleDefinition module = CreateModule(out TypeDefinition type);
            AddMethod(type, "Run").Body.Instructions.Add(instruction);
            Assert.Contains(
                new NanoLint(new Opcodes()).Check(type),
                finding => finding.Message.EndsWith(opcode.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Check_HashOfStringSwitch_IsReported()
    {
        using ModuleDefinition module = CreateModule(out TypeDefinition type);
        type.Name = CompilerType.PrivateDetails;
        AddMethod(type, "ComputeStringHash");
        Assert.Single(new NanoLint(new CompilerRoutines()).Check(module));
    }

    [Theory]
    [InlineData(SizeLimits.MembersOfAKind, 0)]
    [InlineData(SizeLimits.MembersOfAKind + 1, 1)]
    public void Check_MethodsOfAKind_AreLimited(int methods, int findings)
    {
        using ModuleDefinition module = CreateModule(out TypeDefinition type);
        for (int i = 0; i < methods; i++)
        {
            AddMethod(type, "M" + i);
        }

        Assert.Equal(findings, new NanoLint(new SizeLimits()).Check(module).Count());
    }

    [Theory]
    [InlineData(SizeLimits.BytesOfIL, 0)]
    [InlineData(SizeLimits.BytesOfIL + 1, 1)]
    public void Check_BytesOfIL_AreLimited(int bytes, int findings)
    {
        using ModuleDefinition module = CreateModule(out TypeDefinition type);
        MethodDefinition method = AddMethod(type, "Run");
        for (int i = 0; i < bytes; i++)
        {
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Nop));
        }

        Assert.Equal(findings, new NanoLint(new SizeLimits()).Check(module).Count());
    }

    [Theory]
    [InlineData("br", 3)]
    [InlineData("switch", 6)]
    [InlineData("ldstr", 3)]
    [InlineData("br.s", 2)]
    public void Check_OperandsOfTheChip_AreShorter(string code, int bytes)
    {
        using ModuleDefinition module = CreateModule(out TypeDefinition type);
        var instructions = AddMethod(type, "Run").Body.Instructions;
        Instruction target = Instruction.Create(OpCodes.Nop);
        instructions.Add(code switch
        {
            "br" => Instruction.Create(OpCodes.Br, target),
            "br.s" => Instruction.Create(OpCodes.Br_S, target),
            "switch" => Instruction.Create(OpCodes.Switch, [target, target]),
            _ => Instruction.Create(OpCodes.Ldstr, ""),
        });
        instructions.Add(target);
        while (instructions.Count <= SizeLimits.BytesOfIL - bytes)
        {
            instructions.Add(Instruction.Create(OpCodes.Nop));
        }

        Assert.Empty(new NanoLint(new SizeLimits()).Check(module));
        instructions.Add(Instruction.Create(OpCodes.Nop));
        Assert.Single(new NanoLint(new SizeLimits()).Check(module));
    }

    [Fact]
    public void Check_BytesOfStrings_AreLimited()
    {
        using ModuleDefinition module = CreateModule(out TypeDefinition type);
        AddMethod(type, "Run").Body.Instructions.Add(Instruction.Create(OpCodes.Ldstr, new string('x', SizeLimits.BytesOfStrings)));
        Assert.Single(new NanoLint(new SizeLimits()).Check(module));
    }

    private static NanoFinding[] Check(Type type)
    {
        using AssemblyDefinition tests = ReadTests();
        return NanoSubset.CreateLint(NanoMembers.Shared).Check(tests.MainModule.GetType(type.FullName)).ToArray();
    }

    private static AssemblyDefinition ReadTests() => AssemblyDefinition.ReadAssembly(typeof(NanoLintTests).Assembly.Location);

    private static ModuleDefinition CreateModule(out TypeDefinition type)
    {
        var module = ModuleDefinition.CreateModule("Built", ModuleKind.Dll);
        type = new TypeDefinition("Built", "Type", TypeAttributes.Class, module.TypeSystem.Object);
        module.Types.Add(type);
        return module;
    }

    private static MethodDefinition AddMethod(TypeDefinition type, string name)
    {
        MethodDefinition method = new(name, MethodAttributes.Public | MethodAttributes.Static, type.Module.TypeSystem.Void);
        type.Methods.Add(method);
        return method;
    }
}
