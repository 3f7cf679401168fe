using System.Linq;
using System.Reflection;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>Settings survive the way over a line, every field of them.</summary>
[Trait("Kind", "Unit")]
public sealed class OptimizerPlanTests
{
    [Fact]
    public void Read_WrittenSettings_HasEveryField()
    {
        OptimizerSettings settings = Filled(new OptimizerSettings());
        CellBankSettings cells = Filled(new CellBankSettings());
        object?[] expectedSettings = Values(settings);
        object?[] expectedCells = Values(cells);
        byte[] bytes = [1, 2, 3, .. OptimizerPlan.Write(settings, cells), 4];
        OptimizerSettings readSettings = new();
        CellBankSettings readCells = new();
        Assert.True(OptimizerPlan.Read(readSettings, readCells, bytes, 3, bytes.Length - 3));
        Assert.Equal(expectedSettings, Values(readSettings));
        Assert.Equal(expectedCells, Values(readCells));
        Assert.Equal(expectedSettings, Values(settings));
        Assert.Equal(expectedCells, Values(cells));
    }

    [Fact]
    public void Read_AByteTooFew_Fails()
    {
        byte[] bytes = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings());
        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.False(OptimizerPlan.Read(new OptimizerSettings(), new CellBankSettings(), bytes, 0, count));
        }
    }

    [Fact]
    public void NewCircuits_Tiles_HaveRegistersForATileAndTheirOwnLanes()
    {
        TensorPlan[] tensors = [new TensorPlan(3, [5, 8], 14, 7), new TensorPlan(9, [500], 12, 2)];
        OptimizerPlan plan = new(OptimizerDescription.Of(OptimizerKind.Adam), new OptimizerSettings(), new CellBankSettings(), tensors);
        Assert.Equal([40, 500], plan.NewCircuits(tileLength: 0).Select(circuit => circuit.Weights.Length));
        Assert.Equal([64, 64], plan.NewCircuits(tileLength: 64).Select(circuit => circuit.Weights.Length));
        Assert.Equal([7, 2], plan.NewCircuits(tileLength: 64).Select(circuit => circuit.Bank.Lanes));
    }

    /// <summary>Gives every field a value of its own, as wide as its place on the line.</summary>
    private static T Filled<T>(T settings)
        where T : class
    {
        int value = 17;
        foreach (FieldInfo field in Plain<T>())
        {
            value++;
            object filled = field.FieldType == typeof(bool) ? true
                : field.FieldType == typeof(UpdateEncoding) ? UpdateEncoding.Bipolar
                : field.FieldType == typeof(double) ? value / 64.0
                : field.FieldType == typeof(uint) ? 0xA500_0000u + (uint)value
                : field.FieldType == typeof(long) ? -0x0102_0304_0000_0000L - value
                : field.FieldType == typeof(ulong) ? 0xB601_0203_0000_0000ul + (ulong)value
                : System.Convert.ChangeType(value, field.FieldType, System.Globalization.CultureInfo.InvariantCulture);
            field.SetValue(settings, filled);
        }

        return settings;
    }

    private static object?[] Values<T>(T settings) => [.. Plain<T>().Select(field => field.GetValue(settings))];

    /// <summary>Fields that are one number; a law has tests of its own.</summary>
    private static FieldInfo[] Plain<T>() => [.. typeof(T).GetFields().Where(static field => field.FieldType.IsValueType)];
}
