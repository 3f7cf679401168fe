using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Settings;

namespace ScEdge.Cli.Tests;

/// <summary>
/// The schema of plans that editors read, beside what the program takes.
/// </summary>
public sealed class SweepPlanSchemaTests
{
    private const string Schema = "../sweep-plan.schema";

    private static readonly JsonDocumentOptions Comments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void Schema_NamesOfSettings_AreThoseOfTrain()
    {
        using JsonDocument schema = JsonSchemaCheck.Read(Schema);
        string[] names = [.. TrainSettings.Create().Select(static setting => setting.Option.Name[2..]), "nonideality"];
        Assert.Equal(
            names.Order(),
            schema.RootElement.GetProperty("$defs").GetProperty("name").GetProperty("enum").EnumerateArray()
                .Select(static one => one.GetString()!).Order());
    }

    [Fact]
    public void Schema_PlanOfTheAccuracyTables_IsOne()
    {
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(JsonSchemaCheck.Folder, "..", "accuracy", "plan.json")), Comments);
        Assert.Empty(JsonSchemaCheck.Mistakes(plan.RootElement, Schema));
    }

    [Fact]
    public void Schema_PlanOfTheDocument_IsOne()
    {
        string document = File.ReadAllText(Path.Combine(JsonSchemaCheck.Folder, "..", "sweeps.md"));
        int start = document.IndexOf("    {\n", System.StringComparison.Ordinal);
        string text = document[start..(document.IndexOf("\n    }\n", start, System.StringComparison.Ordinal) + 6)];
        using JsonDocument plan = JsonDocument.Parse(text, Comments);

        Assert.Equal(6, plan.RootElement.EnumerateObject().Count());
        Assert.Empty(JsonSchemaCheck.Mistakes(plan.RootElement, Schema));
    }

    [Theory]
    [InlineData("""{"base": {"epoch": 1}}""", "epoch")]
    [InlineData("""{"vary": {"epochs": []}}""", "too few")]
    [InlineData("""{"vary": {"epochs": 3}}""", "Number")]
    [InlineData("""{"epochs": 3}""", "epochs")]
    [InlineData("""{"parts": {}}""", "too few")]
    [InlineData("""{"parts": {"a": {"base": {"epochs": true}}}}""", "$.parts.a.base.epochs")]
    public void Schema_PlanThatIsRefused_IsRefusedByItToo(string plan, string part) =>
        Assert.Contains(JsonSchemaCheck.Mistakes(JsonDocument.Parse(plan).RootElement, Schema), mistake => mistake.Contains(part));
}
