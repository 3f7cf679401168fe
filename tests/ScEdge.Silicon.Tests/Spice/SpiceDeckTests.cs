using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Spice;

namespace ScEdge.Silicon.Tests.Spice;

[Trait("Kind", "Unit")]
public sealed class SpiceDeckTests
{
    private const string Inverter = """
        * Inverter with a load
        * result energy fJ a rise of the output
        * vary load 20f
        * component row-driver energy=energy area=part
        .include corner.inc
        .param load=10f
        .subckt part a o vdd
        m1 o a 0 0 core_n w=1u l=0.1u
        m2 o a vdd vdd core_p w=2u l=0.1u
        c1 o 0 {load}
        cp o 0 {0.05*load}
        .ends
        v1 vdd 0 {vdd}
        va a 0 pulse({vdd} 0 1n 10p 10p 5n 1)
        x1 a o vdd part
        .tran 10p 5n
        .meas tran charge integ i(v1) from=0.5n to=4.5n
        .meas tran energy param='-charge*vdd*1e15'
        .end
        """;

    [Fact]
    public void Read_Comments_SayWhatIsMeasuredVariedAndPriced()
    {
        SpiceDeck deck = SpiceDeck.Read("inverter", Inverter);

        Assert.Equal("Inverter with a load", deck.Title);
        Assert.Equal(new SpiceResult("energy", "fJ", "a rise of the output"), Assert.Single(deck.Results));
        Assert.Equal(["20f"], Assert.Single(deck.Variations).Values);
        Assert.Equal(("row-driver", "part"), (deck.Components[0].Name, deck.Components[0].Subcircuit));
        Assert.Equal(10e-15, deck.Parameter("load")!.Value, 1e-20);
        Assert.Contains(".param load=7f\n", deck.With([KeyValuePair.Create("load", "7f")]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* result energy fJ a rise of the output", "* result energy fJ", "\"* result\"")]
    [InlineData("energy=energy area=part", "energy=power", "a result power that it does not have")]
    [InlineData("area=part", "area", "\"* component\"")]
    [InlineData("* vary load 20f", "* vary load", "\"* vary\"")]
    public void Read_BadComment_IsRefusedInASentence(string from, string to, string part) => Assert.Contains(
        part, Assert.Throws<InputException>(() => SpiceDeck.Read("inverter", Inverter.Replace(from, to, StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Layout_TransistorsAndCapacitors_FollowTheRule()
    {
        DeckLayout layout = SpiceDeck.Read("inverter", Inverter).Layout("part");

        // (L + 0.14)(W + 0.25) of both; the parasitic capacitor is not laid out.
        double transistors = (0.24 * 1.25) + (0.24 * 2.25);
        Assert.Equal((4.0 / 3 * transistors) + 2, layout.LeastSquareMicrometres, 1e-9);
        Assert.Equal((4 * transistors) + 5, layout.MostSquareMicrometres, 1e-9);
    }

    [Fact]
    public void Catalogue_OwnDecks_CanBeRead()
    {
        Assert.Contains(DeckCatalogue.All, static deck => deck.Draws == 16);
        Assert.All(DeckCatalogue.All, static deck =>
        {
            Assert.NotEmpty(deck.Results);
            Assert.All(deck.Variations, variation => Assert.NotEmpty(deck.With([KeyValuePair.Create(variation.Parameter, "1")])));
            Assert.All(deck.Components.Select(static one => one.Subcircuit).OfType<string>(), part =>
                Assert.InRange(deck.Layout(part).LeastSquareMicrometres, 0.1, 1e5));
        });
    }

    [Fact]
    public void Cards_Missing_AreNamed()
    {
        using PlainTransistors transistors = new();

        InputException error = Assert.Throws<InputException>(() => transistors.Cards.Corner(new SpiceCorner("VTL", 1)));

        Assert.Contains("models_nom/NMOS_VTL.inc", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Corner_ThickTransistors_HaveNoImpactIonisation()
    {
        using PlainTransistors transistors = new();

        string corner = transistors.Cards.Corner(PlainTransistors.Corner);

        Assert.Contains(".model core_p pmos", corner, StringComparison.Ordinal);
        Assert.Contains(".model thick_n nmos", corner, StringComparison.Ordinal);
        Assert.Contains("alpha0 = 0\n", corner, StringComparison.Ordinal);
        Assert.Contains(".param vdd=1\n", corner, StringComparison.Ordinal);
    }

    [SpiceFact]
    public void Study_Inverter_TakesCapacitanceTimesSquareOfTheSupply()
    {
        using PlainTransistors transistors = new();

        SpiceFigure energy = new DeckStudy(transistors.Runner, PlainTransistors.Corner).Run(SpiceDeck.Read("inverter", Inverter)).Of("energy");

        // 10 fF and 5 % of it parasitic, at 1 V; 20 fF at the other end. The input is steep, so little goes through both transistors.
        Assert.Equal(10.5, energy.Nominal, 0.5);
        Assert.Equal(21, energy.High, 1.0);
        Assert.Equal("load 20f", energy.HighAt);
        Assert.Equal("supply 10 % lower", energy.LowAt);
    }
}
