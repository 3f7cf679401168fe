using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Tests.Liberty;

[Trait("Kind", "Unit")]
public sealed class LibertyWriterTests
{
    [Fact]
    public void Write_Library_IsReadAgainAsItWas()
    {
        LibertyLibrary one = SmallLibrary.Library;

        LibertyLibrary other = LibertyLibrary.Read(LibertyWriter.Write(one, "small"), "the text");

        Assert.Equal((one.Volts, one.Celsius, one.Corner), (other.Volts, other.Celsius, other.Corner));
        foreach (LibertyCell cell in one.Cells.Values.Where(static cell => cell.Unsupported is null))
        {
            LibertyCell again = other.Cells[cell.Name];
            Assert.Equal((cell.AreaSquareMicrometres, cell.LeakageNanowatts), (again.AreaSquareMicrometres, again.LeakageNanowatts));
            Assert.Equal(cell.FlipFlop, again.FlipFlop);
            Assert.Equal(cell.StateLeakages, again.StateLeakages);
            Assert.Equal(cell.Variables, again.Variables);
            foreach ((LibertyPin pin, LibertyPin copy) in cell.Pins.Zip(again.Pins))
            {
                Assert.Equal((pin.CapacitanceFemtofarads, pin.Function), (copy.CapacitanceFemtofarads, copy.Function));
                Assert.Equal(pin.Arcs.Select(Place), copy.Arcs.Select(Place));
                AssertSame(pin.Arcs.Select(static arc => arc.Rise), copy.Arcs.Select(static arc => arc.Rise));
                AssertSame(pin.InternalPowers.Select(static power => power.Fall), copy.InternalPowers.Select(static power => power.Fall));
                Assert.Equal(pin.InternalPowers.Select(static power => power.When), copy.InternalPowers.Select(static power => power.When));
            }
        }
    }

    private static (string RelatedPin, TimingSense Sense, TimingKind Kind) Place(TimingArc arc) => (arc.RelatedPin, arc.Sense, arc.Kind);

    private static void AssertSame(IEnumerable<LookupTable?> one, IEnumerable<LookupTable?> other) =>
        Assert.All(one.Zip(other), static pair =>
        {
            Assert.Equal(pair.First is null, pair.Second is null);
            Assert.Equal(pair.First?.At(0.02, 2) ?? 0, pair.Second?.At(0.02, 2) ?? 0, 1e-6);
            Assert.Equal(pair.First?.At(0.04, 4) ?? 0, pair.Second?.At(0.04, 4) ?? 0, 1e-6);
        });
}
