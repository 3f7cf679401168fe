namespace ScEdge.Reporting.Charts;

/// <summary>Look of a series. Its colour comes from the style sheet, so that it suits light and dark pages.</summary>
/// <param name="ColourClass">Class that sets the colour, for example <c>s-fp32</c>.</param>
/// <param name="Marker">Shape of its points.</param>
/// <param name="Dashed">Whether its line is dashed.</param>
internal sealed record SeriesStyle(string ColourClass, Marker Marker, bool Dashed = false)
{
    /// <summary>FP32 training, everywhere on the page.</summary>
    public static SeriesStyle Fp32 { get; } = new("s-fp32", Marker.Circle, Dashed: true);

    /// <summary>Training in fixed-point arithmetic, everywhere on the page.</summary>
    public static SeriesStyle Fixed { get; } = new("s-fixed", Marker.Square, Dashed: true);

    /// <summary>Stochastic training, everywhere on the page.</summary>
    public static SeriesStyle Stochastic { get; } = new("s-sc", Marker.Diamond);

    /// <summary>One of several kinds without order; from the seventh on the six colours return in dashed lines.</summary>
    public static SeriesStyle Kind(int index) => new("s-k" + NumberOf(index % 6), (Marker)(1 + index % 5), Dashed: index / 6 % 2 == 1);

    /// <summary>One of several in order, from pale to strong.</summary>
    public static SeriesStyle Ramp(int index, int count)
    {
        int shade = count <= 1 ? 3 : index * 5 / (count - 1);
        return new("s-r" + NumberOf(shade), Marker.None);
    }

    private static string NumberOf(int index) => Markup.NumberText.Whole(index + 1);
}

/// <summary>Shape of a data point, so that colour is never the only difference.</summary>
internal enum Marker
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square on its tip.</summary>
    Diamond,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle on its base.</summary>
    Triangle,

    /// <summary>A triangle on its tip.</summary>
    Wedge,
}
