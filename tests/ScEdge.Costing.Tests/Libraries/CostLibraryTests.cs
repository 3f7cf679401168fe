using System;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Libraries;

[Trait("Kind", "Unit")]
public sealed class CostLibraryTests
{
    private static readonly string[] Confidences = ["A", "B", "C", "assumption"];

    private const string Entry = """
        {"component":"nand2","area_square_micrometres":0.7,"energy_femtojoules":0.4,"energy_per":"operation","leakage_nanowatts":null,
         "source":"s","node_nanometres":40,"voltage_volts":1.1,"corner":"typical","confidence":"A","includes":"i"}
        """;

    [Fact]
    public void BuiltIn_EveryEntry_SaysWhereItComesFrom()
    {
        Assert.Equal(
            ["tsmc40lp-unarysim", "neurosim45lp", "dally45", "nangate45-synthesised", "freepdk45-vth-0v9"],
            CostLibraryCatalog.BuiltIn.Select(library => library.Name));
        foreach (LibraryEntry entry in CostLibraryCatalog.BuiltIn.SelectMany(library => library.Entries))
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Source));
            Assert.False(string.IsNullOrWhiteSpace(entry.Corner));
            Assert.False(string.IsNullOrWhiteSpace(entry.Includes));
            Assert.Contains(entry.Confidence, Confidences);
            Assert.InRange(entry.NodeNanometres, 40, 45);
            Assert.InRange(entry.VoltageVolts, 0.9, 1.1);
        }
    }

    // Areas are scaled by the node, energies are not: a wire of 40 nm may stand beside arithmetic of 45 nm and says so.
    [Fact]
    public void BuiltIn_NodesOfAreas_AreNotMixedWithinALibrary() => Assert.All(
        CostLibraryCatalog.BuiltIn,
        library => Assert.Single(
            library.Entries.Where(entry => entry.AreaSquareMicrometres is not null).Select(entry => entry.NodeNanometres).Distinct()));

    [Fact]
    public void BuiltIn_EntryReadInAPrimarySource_NamesTheFileThatWasRead() => Assert.All(
        CostLibraryCatalog.BuiltIn.SelectMany(library => library.Entries).Where(entry => entry.Confidence == "A"),
        entry => Assert.Matches(@"commit [0-9a-f]{7}.*_area\.txt and _power\.txt", entry.Source));

    // What the reports and the model print, in the order area (um2), energy (fJ), leakage (nW).
    [Theory]
    [InlineData("tsmc40lp-unarysim", "sobol-rng-4", 85.73, 78.39, 10.03)]
    [InlineData("tsmc40lp-unarysim", "sobol-rng-8", 175.3, 122.0, 19.59)]
    [InlineData("tsmc40lp-unarysim", "multiplier-int16", 3897, 2864, 492.0)]
    [InlineData("neurosim45lp", "adder-int8", 46.5, 81.3, 1.04)]
    [InlineData("neurosim45lp", "adder-int16", 93.1, 162, 2.08)]
    [InlineData("neurosim45lp", "adder-int32", 186, 323, 4.16)]
    public void BuiltIn_Figures_AreThoseOfTheSource(string library, string component, double area, double energy, double leakage)
    {
        LibraryEntry entry = CostLibraryCatalog.Resolve(library).Find(component)!;

        Assert.Equal((area, energy, leakage), (entry.AreaSquareMicrometres, entry.EnergyFemtojoules, entry.LeakageNanowatts));
    }

    [Fact]
    public void BuiltIn_Wire_TakesHalfATransitionPerRandomBit()
    {
        // 310 pJ for 256 bits over 10 mm.
        double energy = CostLibraryCatalog.Resolve("dally45").Find("wire-bit-millimetre")!.EnergyFemtojoules!.Value;

        Assert.Equal(310e3 / (256 * 10), energy, 0.5);
    }

    [Fact]
    public void AreaAt40Nanometres_45_IsScaledByTheSquare()
    {
        LibraryEntry entry = CostLibraryCatalog.Resolve("dally45").Find("multiplier-fp32")!;
        LibraryEntry adder = CostLibraryCatalog.Resolve("dally45").Find("adder-fp32")!;

        // 11,884 um2 at 45 nm are 9,390 um2 at 40 nm.
        Assert.Equal(9390, entry.AreaAt40Nanometres!.Value + adder.AreaAt40Nanometres!.Value, 0.5);
    }

    [Fact]
    public void Ratio_AcrossLibraries_IsRefused()
    {
        CostLibrary one = CostLibraryCatalog.Resolve("dally45");
        CostLibrary other = CostLibraryCatalog.Resolve("neurosim45lp");

        Assert.Throws<ArgumentException>(() => one.Ratio(one.Quantity(1), other.Quantity(1)));
        Assert.Throws<ArgumentException>(() => one.Ratio(other.Quantity(1), other.Quantity(1)));
        Assert.Equal(2, one.Ratio(one.Quantity(100), one.Quantity(1)).OrdersOfMagnitude, 1e-12);
    }

    [Fact]
    public void RatioAndQuantity_Types_CanOnlyBeMadeByALibrary()
    {
        Assert.Empty(typeof(LibraryRatio).GetConstructors());
        Assert.Empty(typeof(LibraryQuantity).GetConstructors());
    }

    [Fact]
    public void Load_OwnFile_IsRead()
    {
        CostLibrary library = Load($$"""{"name":"mine","description":"d","entries":[{{Entry}}]}""");

        Assert.Equal("mine", library.Name);
        Assert.Equal(0.4, library.Find("nand2")!.EnergyFemtojoules);
        Assert.Null(library.Find("nand2")!.LeakageNanowatts);
        Assert.Null(library.Find("d-flip-flop"));
    }

    [Fact]
    public void Load_Range_HasItsEndsAndTheValueBetweenThem()
    {
        string range = """{"low":0.2,"nominal":0.5,"high":0.8}""";
        LibraryEntry entry = Load(Text(Entry.Replace("0.7", range, StringComparison.Ordinal))).Find("nand2")!;

        Assert.Equal((0.5, new Span(0.2, 0.5, 0.8)), (entry.AreaSquareMicrometres, entry.AreaSpan));
        Assert.Null(entry.EnergySpan);
        Assert.Equal((0.2, 0.5, 0.8), (entry.AreaSpan!.At(-1), entry.AreaSpan.At(0), entry.AreaSpan.At(1)));
        Assert.Equal(Math.Sqrt(0.5 * 0.8), entry.AreaSpan.At(0.5), 1e-12);
    }

    [Theory]
    [InlineData("""{"low":0.2,"nominal":0.5}""", "high is missing")]
    [InlineData("""{"low":0.6,"nominal":0.5,"high":0.8}""", "must rise from low")]
    [InlineData("""{"low":"a","nominal":0.5,"high":0.8}""", "low of area_square_micrometres of nand2 must be a number")]
    public void Load_BadRange_IsRefused(string range, string part) => Assert.Contains(
        part, Assert.Throws<InputException>(() => Load(Text(Entry.Replace("0.7", range, StringComparison.Ordinal)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Load_Fragments_AddWhatTheLibraryLacks()
    {
        string text = Text(Entry + "," + Entry.Replace("nand2", "sram-bit", StringComparison.Ordinal));
        CostLibrary library = Load(text.Replace("\"entries\"", "\"fragments\":[\"analogue45-vth-0v9\"],\"entries\"", StringComparison.Ordinal));

        Assert.Equal("s", library.Find("sram-bit")!.Source);
        Assert.NotNull(library.Find("high-voltage-driver")!.EnergySpan);
    }

    [Theory]
    [InlineData("[\"analogue\"]", "no parts \"analogue\"")]
    [InlineData("\"analogue45-vth-0v9\"", "must be a list")]
    public void Load_BadFragments_AreRefused(string fragments, string part) => Assert.Contains(
        part,
        Assert.Throws<InputException>(
            () => Load(Text(Entry).Replace("\"entries\"", $"\"fragments\":{fragments},\"entries\"", StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    // Nothing of a circuit of streams is left to bounds.
    [Theory]
    [InlineData("nangate45-synthesised")]
    [InlineData("freepdk45-vth-0v9")]
    public void BuiltIn_OwnSilicon_LacksNothing(string name)
    {
        ArchitectureModel circuit = new() { Preset = PresetCatalog.Resolve("jo2009") };

        Assert.Empty(new CostModel(CostLibraryCatalog.Resolve(name), circuit).Bounded);
        Assert.Empty(new CostModel(CostLibraryCatalog.Resolve(name), circuit with { UpdateSource = StreamSource.Rounding }).Bounded);
    }

    [Theory]
    [InlineData("\"source\":\"s\",", "", "source is missing")]
    [InlineData("\"node_nanometres\":40,", "", "node_nanometres is missing")]
    [InlineData("\"voltage_volts\":1.1,", "", "voltage_volts is missing")]
    [InlineData("\"corner\":\"typical\",", "", "corner is missing")]
    [InlineData("\"confidence\":\"A\",", "", "confidence is missing")]
    [InlineData(",\"includes\":\"i\"", "", "includes is missing")]
    [InlineData("\"leakage_nanowatts\":null,", "", "leakage_nanowatts is missing")]
    [InlineData("\"source\":\"s\"", "\"source\":\" \"", "source of nand2 must be a text")]
    [InlineData("\"confidence\":\"A\"", "\"confidence\":\"sure\"", "confidence of nand2 is \"sure\"")]
    [InlineData("0.7", "-0.7", "area_square_micrometres of nand2 must be a number")]
    [InlineData("0.7", "\"0.7\"", "must be a number")]
    [InlineData("0.7", "1e400", "must be a number")]
    [InlineData("0.7", "NaN", "not valid JSON")]
    [InlineData("\"node_nanometres\":40", "\"node_nanometres\":0", "must be greater than zero")]
    [InlineData("area_square_micrometres", "area", "\"area\" is not a property")]
    [InlineData("\"source\":\"s\"", "\"source\":\"s\",\"source\":\"t\"", "given twice")]
    [InlineData("\"nand2\"", "\"nand3\"", "component of entry 1 is \"nand3\"")]
    [InlineData("\"operation\"", "\"bit\"", "energy_per of nand2 is \"bit\"")]
    public void Load_BadEntry_IsRefusedInASentence(string from, string to, string part)
    {
        string text = $$"""{"name":"mine","description":"d","entries":[{{Entry.Replace(from, to, StringComparison.Ordinal)}}]}""";

        InputException exception = Assert.Throws<InputException>(() => Load(text));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [InlineData("[]", "object in braces")]
    [InlineData("""{"name":"a","description":"d"}""", "entries is missing")]
    [InlineData("""{"name":"a","description":"d","entries":[]}""", "list in brackets")]
    [InlineData("""{"name":"a","description":"d","entries":[1]}""", "entry 1 must be an object")]
    [InlineData("{", "not valid JSON")]
    public void Load_BadFile_IsRefused(string text, string part) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => Load(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_ComponentTwice_IsRefused() => Assert.Contains(
        "given twice",
        Assert.Throws<InputException>(() => Load($$"""{"name":"a","description":"d","entries":[{{Entry}},{{Entry}}]}""")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("tsmc7")]
    [InlineData("missing.json")]
    public void Resolve_Unknown_IsRefused(string name) => Assert.Throws<InputException>(() => CostLibraryCatalog.Resolve(name));

    private static string Text(string entries) => $$"""{"name":"mine","description":"d","entries":[{{entries}}]}""";

    private static CostLibrary Load(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), $"scedge-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        try
        {
            return CostLibraryCatalog.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
