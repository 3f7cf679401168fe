using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Accuracy.Tests;

[Trait("Kind", "Unit")]
public sealed class AccuracyTablesTests
{
    private const string Edge = "--model edge";

    [Fact]
    public void Write_RowWithBaselines_ComparesItsOwn()
    {
        string[] cells = Cells(new AccuracyTables([Row("main", Edge, fp32: 9_900, fixedPoint: 9_890, sc: 9_880)]).Write("main"), 0);

        // Every seed loses the same 20 images of 10,000, the 9,880 others are right for both.
        Assert.Equal("`--passes fp32`", cells[0]);
        Assert.Equal("97.80 ± 0.00", cells[1]);
        Assert.Equal("98.80 ± 0.00", cells[2]);
        Assert.Equal("99.00 ± 0.00", cells[3]);
        Assert.StartsWith("+0.20 (+", cells[4], StringComparison.Ordinal);
        Assert.Equal("98.90 ± 0.00", cells[6]);
        Assert.StartsWith("+0.10 (", cells[7], StringComparison.Ordinal);
        Assert.Equal("1,234", cells[9]);
    }

    [Fact]
    public void Write_RowWithoutBaselines_TakesThoseOfItsReference()
    {
        AccuracyTables tables = new(
        [
            Row("main", Edge, fp32: 9_900, fixedPoint: 9_900, sc: 9_900),
            Row("length", $"{Edge} --baseline none --stream-length 4", fp32: null, fixedPoint: null, sc: 9_500),
        ]);

        string[] cells = Cells(tables.Write("length"), 0);
        Assert.Equal("`--stream-length 4`", cells[0]);
        Assert.Equal("99.00 ± 0.00", cells[3]);
        Assert.Equal("loss", cells[5]);
        Assert.Equal("loss", cells[8]);
        Assert.Equal("within ±0.25", Cells(tables.Write("main"), 0)[5]);
    }

    [Fact]
    public void Write_RowsOfSeveralNetworks_NameThem()
    {
        AccuracyTables tables = new(
        [
            Row("rate", $"{Edge} --gradient-bits 8", fp32: 9_900, fixedPoint: 9_900, sc: 9_900),
            Row("rate", "--model lenet5 --gradient-bits 8", fp32: 9_900, fixedPoint: 9_900, sc: 9_900),
        ]);
        Assert.Equal("edge, `--gradient-bits 8`", Cells(tables.Write("rate"), 0)[0]);
        Assert.Equal("lenet5, `--gradient-bits 8`", Cells(tables.Write("rate"), 1)[0]);
    }

    [Fact]
    public void Write_TrainingsThatFailed_AreCountedInsteadOfAveraged()
    {
        AccuracyTables tables = new([Row("main", Edge, fp32: 9_900, fixedPoint: 9_900, sc: 1_135)]);

        string[] cells = Cells(tables.Write("main"), 0);
        Assert.Equal("3 of 3 failed", cells[2]);
        Assert.Equal("", cells[4]);
        Assert.Equal("", cells[5]);
    }

    [Fact]
    public void Write_ManyRows_AreCorrectedForTheirNumber()
    {
        // Eleven images of 10,000 that every seed loses: over the images a probability near 0.001, which stands alone but not among forty rows.
        AccuracyRow weak = Row("main", Edge, fp32: 9_900, fixedPoint: 9_900, sc: 9_889);
        Assert.Equal("loss, within ±0.25", Cells(new AccuracyTables([weak]).Write("main"), 0)[5]);
        Assert.Equal("within ±0.25", Cells(new AccuracyTables([.. Enumerable.Repeat(weak, 60)]).Write("main"), 0)[5]);
    }

    [Fact]
    public void Write_AnotherDataSet_CountsItsOwnImagesAndClasses()
    {
        // 53 % of 36 classes have learned, of 10 not: half way from chance to certainty is 51.4 and 55 %.
        AccuracyRow characters = Row("main", Edge, fp32: 2_662, fixedPoint: 2_662, sc: 2_652, "characters", images: 5_004);
        AccuracyRow digits = Row("main", Edge, fp32: 5_320, fixedPoint: 5_320, sc: 5_300);

        string table = new AccuracyTables([characters, digits]).Write("main");

        Assert.Equal("53.00 ± 0.00", Cells(table, 0)[2]);
        Assert.StartsWith("+0.20 (", Cells(table, 0)[4], StringComparison.Ordinal);
        Assert.Equal("3 of 3 failed", Cells(table, 1)[2]);
    }

    [Fact]
    public void Write_NoRows_SaysSo() => Assert.Equal("No row of this table has been trained.\n", new AccuracyTables([]).Write("main"));

    [Fact]
    public void WithTables_Document_ChangesTheBlocksAlone()
    {
        string document = "before\n<!-- rows: main -->\nold\n<!-- end -->\nafter\n";

        string written = AccuracyDocument.WithTables(document, new AccuracyTables([]));

        Assert.Equal("before\n<!-- rows: main -->\nNo row of this table has been trained.\n<!-- end -->\nafter\n", written);
    }

    [Fact]
    public void Document_Tables_AreThoseOfTheResults()
    {
        string document = System.IO.File.ReadAllText(AccuracyDocument.Path);
        AccuracyTables tables = new(AccuracyDocument.ReadRows());

        Assert.Equal(document, AccuracyDocument.WithTables(document, tables));
        Assert.All(tables.Names, name => Assert.Contains(name, AccuracyDocument.TablesOf(document)));
    }

    [Fact]
    public void Rows_SeedsInSeveralLines_AreOneRowInTheOrderOfThePlan()
    {
        SweepPoint point = new([new SweepSetting("model", new SweepValue("edge"))], []);
        string[] lines =
        [
            Line(point, "mnist", [3], 9_900, null, 9_700, 10_000),
            Line(point, "mnist", [1, 2], 9_900, null, 9_800, 10_000),
            Line(point, "mnist", [9], 9_900, null, 9_600, 10_000),
        ];
        SweepPlan plan = new() { Points = [[.. point.Settings]], Seeds = [1, 2, 3] };

        AccuracyRow row = Assert.Single(new AccuracyResults(lines).Rows(new SweepPlan { Parts = [new SweepPart("main", plan)] }));

        Assert.Equal([0.98, 0.98, 0.97], row.Stochastic.Test);
        Assert.Equal(2 * 1234, row.Saturations);
        Assert.Empty(new AccuracyResults(lines).Rows(new SweepPlan { Parts = [new SweepPart("main", plan with { Seeds = [1, 2, 3, 4] })] }));
    }

    [Fact]
    public void Results_EveryLine_BelongsToAPointOfThePlan()
    {
        SweepPlan plan = SweepPlanFile.Read(AccuracyDocument.PlanPath);
        HashSet<(string Point, ulong Seed)> asked = [.. plan.Trainings().Select(static training => (training.Point.Text, training.Seed))];
        int trainings = AccuracyDocument.ReadRows().Sum(static row => row.Seeds.Count);

        Assert.Equal(trainings, SweepArchive.Read(AccuracyDocument.ResultsPath).Count);
        Assert.True(trainings <= asked.Count);
    }

    private static string[] Cells(string table, int row) =>
        [.. table.Split('\n')[2 + row].Trim('|').Split('|').Select(cell => cell.Trim())];

    /// <summary>Three seeds; of every training the first so many images are right.</summary>
    private static AccuracyRow Row(
        string table, string options, int? fp32, int? fixedPoint, int sc, string dataset = "mnist", int images = 10_000)
    {
        string[] words = options.Split(' ');
        SweepPoint point = new(
            [.. Enumerable.Range(0, words.Length / 2).Select(i => new SweepSetting(words[2 * i][2..], new SweepValue(words[(2 * i) + 1])))], []);
        SweepPlan plan = new() { Parts = [new SweepPart(table, new SweepPlan { Points = [[.. point.Settings]], Seeds = [1, 2, 3] })] };
        return Assert.Single(new AccuracyResults([Line(point, dataset, [1, 2, 3], fp32, fixedPoint, sc, images)]).Rows(plan));
    }

    private static string Line(SweepPoint point, string dataset, ulong[] seeds, int? fp32, int? fixedPoint, int sc, int images) =>
        JsonSerializer.Serialize(new
        {
            settings = point.Settings.ToDictionary(static setting => setting.Name, static setting => setting.Value.Texts),
            result = new
            {
                dataset,
                seeds,
                fp32 = Leg(fp32, images, seeds.Length),
                @fixed = Leg(fixedPoint, images, seeds.Length),
                sc = Leg(sc, images, seeds.Length),
                counts = new { saturations = 1234 },
            },
        });

    private static object Leg(int? correct, int images, int count)
    {
        int seeds = correct is null ? 0 : count;
        byte[] bits = new byte[(images + 7) / 8];
        for (int i = 0; i < correct; i++)
        {
            bits[i >> 3] |= (byte)(1 << (i & 7));
        }

        double share = (correct ?? 0) / (double)images;
        return new
        {
            validation_accuracy = Enumerable.Repeat(Math.Round(share - 0.01, 4), seeds),
            test_accuracy = Enumerable.Repeat(share, seeds),
            test_correct = Enumerable.Repeat(Convert.ToBase64String(bits), seeds),
        };
    }
}
