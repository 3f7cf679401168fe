using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// One point of a sweep: settings that are trained from every seed.
/// </summary>
public sealed class SweepPoint
{
    private readonly Dictionary<string, SweepValue> _settings;

    /// <summary>Makes a point.</summary>
    /// <param name="common">Settings of all points.</param>
    /// <param name="own">Settings of this one; they replace those of all.</param>
    public SweepPoint(IReadOnlyList<SweepSetting> common, IReadOnlyList<SweepSetting> own)
    {
        Own = own;
        _settings = common.ToDictionary(static setting => setting.Name, static setting => setting.Value);
        foreach (SweepSetting setting in own)
        {
            _settings[setting.Name] = setting.Value;
        }
    }

    /// <summary>Gets the settings in which points differ.</summary>
    public IReadOnlyList<SweepSetting> Own { get; }

    /// <summary>Gets what the point is called: its own settings.</summary>
    public string Name => Own.Count == 0 ? "all defaults" : string.Join(", ", Own.Select(static setting => $"{setting.Name}={setting.Value}"));

    /// <summary>Gets all settings, those of all points first.</summary>
    public IEnumerable<SweepSetting> Settings => _settings.Select(static setting => new SweepSetting(setting.Key, setting.Value));

    /// <summary>Gets all settings in one order, whatever the order of the plan.</summary>
    public string Text => string.Join(' ', Arguments);

    /// <summary>Gets the settings as arguments of <c>train</c>.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        .. from setting in _settings
           orderby setting.Key
           from text in setting.Value.Texts
           from argument in new[] { $"--{setting.Key}", text }
           select argument,
    ];

    /// <summary>Returns whether all settings of a condition have the values that it says.</summary>
    public bool Meets(IReadOnlyList<SweepSetting> condition) =>
        condition.All(wanted => _settings.TryGetValue(wanted.Name, out SweepValue? value) && value.Equals(wanted.Value));
}
