using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ScEdge.Architecture.Tests.Projects;

/// <summary>A library's message names facts and settings: a page, a script or a board has no options. The command line adds its own.</summary>
[Trait("Kind", "Unit")]
public sealed partial class MessageTests
{
    private const string CommandLine = "ScEdge.Cli";

    // What is said to the commands of Slurm, or by the page's server to those of this program, is no message.
    private static readonly string[] SaidToPrograms = ["ScEdge.Experiments.Slurm", "ScEdge.Serve.Commands"];

    [Fact]
    public void Library_Text_NamesNoOption()
    {
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            where project.Name != CommandLine
            from text in Texts(project)
            where Option().IsMatch(text)
            select $"{project.Name}: \"{text}\" names an option; give InputException.Setting instead");
    }

    [Theory]
    [InlineData("use --encoding bipolar", true)]
    [InlineData("--out", true)]
    [InlineData("(--ledger none)", true)]
    [InlineData("two dashes -- here", false)]
    [InlineData("var(--ink)", false)]
    public void Option_Text_IsRecognised(string text, bool isOption) => Assert.Equal(isOption, Option().IsMatch(text));

    private static string[] Texts(ProjectFile project)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        return
        [
            .. from type in assembly.MainModule.GetAllTypes()
               where !SaidToPrograms.Contains((type.DeclaringType ?? type).Namespace)
               from method in type.Methods
               where method.HasBody
               from instruction in method.Body.Instructions
               where instruction.OpCode == OpCodes.Ldstr
               select (string)instruction.Operand,
        ];
    }

    [GeneratedRegex(@"(^|\s|\s\()--[a-z]|^\(--[a-z]")]
    private static partial Regex Option();
}
