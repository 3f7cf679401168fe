namespace ScEdge.Cbram;

/// <summary>One figure of a device preset together with where it comes from.</summary>
/// <param name="Value">Value in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit symbol, as in <see cref="Presets.FigureDefinition"/>: s, V, ohm, eV or cycles.</param>
/// <param name="Source">Where the value was taken from, or why it was chosen.</param>
/// <param name="Confidence">How far it can be trusted.</param>
public sealed record PresetFigure(double Value, string Unit, string Source, Confidence Confidence)
{
    /// <summary>The confidence as tables show it: "A", "B (unverified)", "C" or "assumption".</summary>
    public string ConfidenceText => Confidence.Text();

    /// <summary>The value with its unit, as <c>1 us</c>, <c>26 Mohm</c> or <c>1,000,000 cycles</c>, to six significant digits.</summary>
    public string ValueText => FigureText.Of(Value, Unit);
}

/// <summary>How far a figure of a preset can be trusted.</summary>
public enum Confidence
{
    /// <summary>"A": read in a primary source or in its published data.</summary>
    Primary,

    /// <summary>"B": a well-known value of the literature that has not been checked against its source; unverified.</summary>
    Unverified,

    /// <summary>"C": computed or fitted from other data, named in the source.</summary>
    Computed,

    /// <summary>"assumption": a choice of this project or of the user; no source gives it for this device.</summary>
    Assumption,
}
