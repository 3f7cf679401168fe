namespace ScEdge.Cli.Output;

/// <summary>
/// Large counts with three digits and the prefix of a unit.
/// </summary>
internal static class CountText
{
    private static readonly string[] Prefixes = ["", " k", " M", " G", " T", " P", " E"];

    /// <summary>Returns for example <c>0</c>, <c>912</c>, <c>12.3 k</c> or <c>1.23 G</c>.</summary>
    public static string Of(long count)
    {
        double value = count;
        int prefix = 0;
        while (value >= 999.5)
        {
            value /= 1000;
            prefix++;
        }

        string format = prefix == 0 || value >= 99.95 ? "F0" : value >= 9.995 ? "F1" : "F2";
        return value.ToString(format) + Prefixes[prefix];
    }
}
