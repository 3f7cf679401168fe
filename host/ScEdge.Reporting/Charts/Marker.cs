namespace ScEdge.Reporting.Charts;

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
