using System;
using System.Linq;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Tests.Libraries;

[Trait("Kind", "Unit")]
public sealed class ComponentBoundsTests
{
    [Fact]
    public void All_Bounds_AreOrderedNamedAndSourced() => Assert.All(ComponentBounds.All, bound =>
    {
        Assert.Contains(bound.Component, ComponentNames.All);
        Assert.False(string.IsNullOrWhiteSpace(bound.Source));
        Bound[] figures = [.. new[] { bound.AreaSquareMicrometres, bound.EnergyFemtojoules, bound.LeakageNanowatts }.OfType<Bound>()];
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.InRange(figure.Low, 0, figure.High));
    });

    // A library that has a component must lie within the bounds that stand for it elsewhere; one made by this project from parts of its own bounds
    // no other (hw-docs/decisions/0030).
    [Fact]
    public void BuiltIn_Figures_LieWithinTheBounds()
    {
        foreach (LibraryEntry entry in CostLibraryCatalog.BuiltIn
            .Where(static library => library.Name is not ("nangate45-synthesised" or "freepdk45-vth-0v9"))
            .SelectMany(library => library.Entries))
        {
            if (ComponentBounds.Find(entry.Component) is { } bound)
            {
                AssertWithin(bound.AreaSquareMicrometres, entry.AreaAt40Nanometres, $"area of {entry.Component}");
                AssertWithin(bound.EnergyFemtojoules, entry.EnergyFemtojoules, $"energy of {entry.Component}");
                AssertWithin(bound.LeakageNanowatts, entry.LeakageNanowatts, $"leakage of {entry.Component}");
            }
        }
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 6)]
    [InlineData(1, 18)]
    [InlineData(0.5, 10.392304845413264)]
    public void At_Level_IsOnALogarithmicScale(double level, double value) => Assert.Equal(value, new Bound(2, 18).At(level), 1e-12);

    [Fact]
    public void At_EqualEnds_IsTheEndEvenAtZero() => Assert.Equal(0, new Bound(0, 0).At(0));

    [Fact]
    public void With_Level_LeavesTheOtherComponents()
    {
        BoundLevels levels = BoundLevels.Nominal.With("dac", 1);

        Assert.Equal((1, 0, 0), (levels.Of("dac"), levels.Of("nand2"), BoundLevels.Nominal.Of("dac")));
    }

    // Bounds have two or three digits.
    private static void AssertWithin(Bound? bound, double? figure, string what)
    {
        if (bound is not null && figure is { } value)
        {
            Assert.True(value >= bound.Low * 0.99 && value <= bound.High * 1.01, $"{what} is {value}, not {bound.Low} to {bound.High}");
        }
    }
}
