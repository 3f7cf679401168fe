using System.Collections.Generic;

namespace ScEdge.Playground.Drawing;

/// <summary>Digits to begin with, in a few straight lines each, as an address carries them.</summary>
public static class SampleDigits
{
    /// <summary>The strokes of 0 to 9.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "501432262750337650876776735067265014~",
        "421852125288~",
        "2530381658157228664625848084~",
        "282050147024664246486855737255862880~",
        "551522608260~62386288~",
        "75163516314652427254707650872880~",
        "661442343060368256877074645846553266~",
        "202080204888~",
        "662448143226424264587076508830763858624068266624~",
        "68345046343638185814682868506286~",
    ];
}
