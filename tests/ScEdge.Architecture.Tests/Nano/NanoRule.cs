using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>
/// One limit of the chip's runtime. A rule overrides what it needs to see and returns a message for every breach;
/// <see cref="NanoLint"/> walks the code and adds the place.
/// </summary>
internal abstract class NanoRule
{
    public string Name => GetType().Name;

    public virtual IEnumerable<string> Inspect(ModuleDefinition module) => [];

    public virtual IEnumerable<string> Inspect(TypeDefinition type) => [];

    public virtual IEnumerable<string> Inspect(MethodDefinition method) => [];

    public virtual IEnumerable<string> Inspect(MethodDefinition method, Instruction instruction) => [];

    /// <summary>Sees every type that code names, and the parts of which it is built, one after the other.</summary>
    public virtual IEnumerable<string> InspectTypeUse(TypeReference type) => [];

    /// <summary>Sees every method or field that code names, its own included.</summary>
    public virtual IEnumerable<string> InspectMemberUse(MemberReference member) => [];
}
