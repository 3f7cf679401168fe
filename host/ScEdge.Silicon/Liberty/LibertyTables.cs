using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Silicon.Liberty;

/// <summary>Reads the tables of a library, with points of their own or of their template.</summary>
internal sealed class LibertyTables
{
    private static readonly string[] Templates = ["lu_table_template", "power_lut_template"];
    private static readonly string[] Loads = ["total_output_net_capacitance", "constrained_pin_transition"];
    private static readonly string[] Transitions = ["input_net_transition", "input_transition_time", "related_pin_transition"];

    private readonly Dictionary<string, LibertyGroup> _templates = [];
    private readonly LibertyUnits _units;

    /// <summary>Takes the templates of a library.</summary>
    public LibertyTables(LibertyGroup library, LibertyUnits units)
    {
        _units = units;
        foreach (LibertyGroup template in Templates.SelectMany(library.Groups))
        {
            _templates[template.Name] = template;
        }
    }

    /// <summary>Reads a table of times, in ns; null where there is none.</summary>
    public LookupTable? Times(LibertyGroup parent, string type) => parent.Group(type) is { } group ? Read(group, _units.Nanoseconds) : null;

    /// <summary>Reads a table of energies, in fJ; null where there is none.</summary>
    public LookupTable? Energies(LibertyGroup parent, string type) => parent.Group(type) is { } group ? Read(group, _units.Femtojoules) : null;

    private LookupTable Read(LibertyGroup group, double unit)
    {
        double[] values = [.. (group.Numbers("values") ?? throw group.Error($"{group.Type} has no values")).Select(value => value * unit)];
        if (group.Name is "" or "scalar")
        {
            return Filled(group, [0], [0], values);
        }

        LibertyGroup template = _templates.GetValueOrDefault(group.Name) ?? throw group.Error($"there is no table template {group.Name}");
        double[]? one = Points(group, template, 1);
        double[]? two = Points(group, template, 2);
        if (one is null)
        {
            throw group.Error($"{group.Type} has no index_1");
        }

        // Where the load comes first the table is turned.
        return !IsLoad(group, template, 1) ? Filled(group, one, two ?? [0], values)
            : two is null ? Filled(group, [0], one, values)
            : Filled(group, two, one, Turned(group, values, one.Length, two.Length));
    }

    private double[]? Points(LibertyGroup group, LibertyGroup template, int axis)
    {
        string index = $"index_{axis}";
        if ((group.Numbers(index) ?? template.Numbers(index)) is not { } points)
        {
            return null;
        }

        double unit = Variable(group, template, axis) == Loads[0] ? _units.Femtofarads : _units.Nanoseconds;
        return points.Zip(points.Skip(1)).All(static pair => pair.First < pair.Second)
            ? [.. points.Select(point => point * unit)]
            : throw group.Error($"the points of {index} do not rise", index);
    }

    private static bool IsLoad(LibertyGroup group, LibertyGroup template, int axis) => Loads.Contains(Variable(group, template, axis));

    private static string Variable(LibertyGroup group, LibertyGroup template, int axis)
    {
        string variable = template.Text($"variable_{axis}") ?? throw template.Error($"the template {template.Name} has no variable_{axis}");
        return Loads.Contains(variable) || Transitions.Contains(variable) ? variable
            : throw group.Error($"a table over {variable} cannot be read here", $"index_{axis}");
    }

    private static LookupTable Filled(LibertyGroup group, double[] first, double[] second, double[] values) =>
        values.Length == first.Length * second.Length ? new LookupTable(first, second, values)
            : throw group.Error($"{group.Type} has {values.Length} values for {first.Length} x {second.Length} points", "values");

    private static double[] Turned(LibertyGroup group, double[] values, int rows, int columns) =>
        values.Length == rows * columns
            ? [.. Enumerable.Range(0, values.Length).Select(i => values[(i % rows * columns) + (i / rows)])]
            : throw group.Error($"{group.Type} has {values.Length} values for {rows} x {columns} points", "values");
}
