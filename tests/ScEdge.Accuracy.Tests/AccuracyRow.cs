using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// A line of results.jsonl: one call of <c>scedge train</c>.
/// </summary>
/// <param name="Table">Table that it belongs to.</param>
/// <param name="Reference">Options of the row whose baselines it is held against where it has none of its own; may be empty.</param>
/// <param name="Options">Its options; without <c>--passes</c> its passes are FP32.</param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Fp32">FP32 training, or null.</param>
/// <param name="Fixed">Training in fixed-point arithmetic, or null.</param>
/// <param name="Stochastic">Stochastic training.</param>
/// <param name="Saturations">Updates clipped at the end of a register, all seeds together.</param>
internal sealed record AccuracyRow(
    string Table,
    string Reference,
    string Options,
    IReadOnlyList<ulong> Seeds,
    AccuracyLeg? Fp32,
    AccuracyLeg? Fixed,
    AccuracyLeg Stochastic,
    long Saturations)
{
    private static readonly string[] NotShown = ["--model", "--baseline", "--dataset", "--seeds"];

    /// <summary>Gets the options that tell the row from others of its table.</summary>
    public string Label
    {
        get
        {
            string[] words = Options.Split(' ');
            string[] shown = [.. words.Where((word, i) => !NotShown.Contains(word) && (i == 0 || !NotShown.Contains(words[i - 1])))];
            return $"`{(shown.Length == 0 ? "--passes fp32" : string.Join(' ', shown))}`";
        }
    }

    /// <summary>Gets the network.</summary>
    public string Model
    {
        get
        {
            string[] words = Options.Split(' ');
            return words.SkipWhile(static word => word != "--model").Skip(1).FirstOrDefault() ?? "";
        }
    }

    /// <summary>Reads a line.</summary>
    public static AccuracyRow Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        JsonElement result = row.GetProperty("result");
        return new AccuracyRow(
            row.GetProperty("table").GetString()!,
            row.GetProperty("reference").GetString()!,
            row.GetProperty("options").GetString()!,
            [.. result.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetUInt64())],
            AccuracyLeg.Read(result, "fp32"),
            AccuracyLeg.Read(result, "fixed"),
            AccuracyLeg.Read(result, "sc")!,
            result.GetProperty("counts").GetProperty("saturations").GetInt64());
    }
}
