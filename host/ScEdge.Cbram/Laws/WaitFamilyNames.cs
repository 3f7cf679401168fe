using System.Linq;

namespace ScEdge.Cbram.Laws;

/// <summary>The names of families of waits in preset files and on the command line.</summary>
public static class WaitFamilyNames
{
    private static readonly (WaitFamily Family, string Name)[] All =
    [
        (WaitFamily.Exponential, "exponential"), (WaitFamily.Weibull, "weibull"), (WaitFamily.Lognormal, "lognormal"), (WaitFamily.Gamma, "gamma"),
    ];

    /// <summary>All of them, separated by commas.</summary>
    public static string List => string.Join(", ", All.Select(static one => one.Name));

    /// <summary>The name of a family.</summary>
    public static string Of(WaitFamily family) => All.Single(one => one.Family == family).Name;

    /// <summary>The family of a name; null where there is none.</summary>
    public static WaitFamily? Find(string name) =>
        All.Any(one => one.Name == name) ? All.Single(one => one.Name == name).Family : null;
}
