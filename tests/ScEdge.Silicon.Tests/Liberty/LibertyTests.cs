using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Tests.Liberty;

[Trait("Kind", "Unit")]
public sealed class LibertyTests
{
    [Fact]
    public void Read_SmallLibrary_HasItsFiguresInOurUnits()
    {
        LibertyLibrary library = SmallLibrary.Library;
        LibertyCell inverter = library.Cells["INV"];

        Assert.Equal(("small", 2.0, 25.0, "typical"), (library.Name, library.Volts, library.Celsius, library.Corner));
        Assert.Equal(1.5, inverter.AreaSquareMicrometres);
        Assert.Equal(4, inverter.LeakageNanowatts, 12);
        Assert.Equal(1, inverter.LeakageIn(0), 12);
        Assert.Equal(3, inverter.LeakageIn(1), 12);
        Assert.Equal(1, inverter.Pins[0].CapacitanceFemtofarads, 12);
        Assert.Equal(5, library.Cells["DFF"].AreaSquareMicrometres);
        Assert.Equal("latch", library.Cells["LATCH"].Unsupported);
    }

    [Theory]
    [InlineData(0.010, 1, 0.1)]
    [InlineData(0.020, 2, 0.25)]
    [InlineData(0.010, 4, 0.4)]
    [InlineData(0.000, 1, 0.05)]
    public void LookupTable_Place_IsLinearBetweenPointsAndBeyond(double transition, double load, double delay) =>
        Assert.Equal(delay, SmallLibrary.Library.Cells["INV"].Pins[1].Arcs[0].Rise!.At(transition, load), 12);

    [Fact]
    public void LookupTable_OfEnergy_IsInFemtojoules()
    {
        InternalPower power = SmallLibrary.Library.Cells["INV"].Pins[1].InternalPowers[0];
        Assert.Equal(3, power.Rise!.At(0.020, 99), 12);
        Assert.Equal(1, power.Fall!.At(7, 99), 12);
    }

    [Theory]
    [InlineData("A B + C", "11111000")]
    [InlineData("A * (B | !C)", "10001010")]
    [InlineData("A ^ B'", "10011001")]
    [InlineData("!(A&B) C", "01110000")]
    [InlineData("1", "11111111")]
    public void BooleanFunction_Text_HasItsTruthTable(string text, string table)
    {
        LibertyLibrary library = LibertyLibrary.Read(Cell($"pin (Y) {{ direction : output; function : \"{text}\"; }}"), "x.lib");
        BooleanFunction function = library.Cells["X"].Pins[^1].Function!;

        // The last state comes first, C its highest bit: as the digits of a number are read.
        Assert.Equal(table, string.Concat(Enumerable.Range(0, 8).Reverse().Select(state => function.In(state) ? '1' : '0')));
    }

    // Verilog has no operator of one operand behind another; cells of NanGate's have three.
    [Fact]
    public void BooleanFunction_OppositeOfAnOpposite_HasBracketsInVerilog()
    {
        LibertyLibrary library = LibertyLibrary.Read(Cell("pin (Y) { direction : output; function : \"!(!(!A))\"; }"), "x.lib");

        Assert.Equal("~(~(~A))", library.Cells["X"].Pins[^1].Function!.ToVerilog(static _ => "A"));
    }

    [Theory]
    [InlineData("library (x) {\n  a : 1;\n", "line 1", "no '}'")]
    [InlineData("library (x) {\n\n  a ; }", "line 3", "':' or '(' should")]
    [InlineData("library (x) { /* \n }", "line 1", "comment")]
    [InlineData("library (x) {\n a : \"b;\n }", "line 2", "quoted")]
    [InlineData("cell (x) { }", "line 1", "no group library")]
    [InlineData("", "line 1", "no group library")]
    [InlineData("library (x) {\n nom_voltage : 1;\n capacitive_load_unit (1, parsec);\n cell (A) { } }", "line 3", "no unit")]
    [InlineData("library (x) {\n capacitive_load_unit (1, ff); cell (A) { } }", "line 1", "nom_voltage is missing")]
    public void Read_MalformedText_NamesLineAndReason(string text, string line, string reason)
    {
        InputException refusal = Assert.Throws<InputException>(() => LibertyLibrary.Read(text, "x.lib"));
        Assert.Contains(line, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("liberty", refusal.Setting);
    }

    [Theory]
    [InlineData("area : wide;", "area is \"wide\"")]
    [InlineData("pin (Y) { direction : sideways; }", "\"sideways\"")]
    [InlineData("pin (Y) { direction : output; function : \"A & D\"; }", "\"D\" in \"A & D\" is no pin")]
    [InlineData("pin (Y) { direction : output; function : \"(A\"; }", "not closed")]
    [InlineData("pin (Y) { direction : output; timing () { related_pin : \"Q\"; } }", "\"Q\" is no pin of X")]
    [InlineData("pin (Y) { direction : output; internal_power () { rise_power (none) { values (\"1\"); } } }", "no table template none")]
    [InlineData("pin (Y) { direction : output; internal_power () { rise_power (scalar) { values (\"1, 2\"); } } }", "2 values for 1 x 1 points")]
    [InlineData("ff (IQ, IQN) { clocked_on : \"A\"; }", "no next_state")]
    public void Read_CellThatMakesNoSense_SaysWhy(string body, string reason) =>
        Assert.Contains(reason, Assert.Throws<InputException>(() => LibertyLibrary.Read(Cell(body), "x.lib")).Message, StringComparison.Ordinal);

    private static string Cell(string body) => "library (x) { nom_voltage : 1; capacitive_load_unit (1, ff); cell (X) { "
        + string.Concat("ABC".Select(static pin => $"pin ({pin}) {{ direction : input; }} ")) + body + " } }";
}
