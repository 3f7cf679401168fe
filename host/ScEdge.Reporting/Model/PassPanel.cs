using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>The products of passes in bit streams.</summary>
/// <param name="Note">What they are, in words.</param>
/// <param name="Facts">Figures with their units, in the order in which they are to be read; an empty value is left out.</param>
/// <param name="Rows">Layers and passes.</param>
public sealed record PassPanel(string Note, IReadOnlyList<Setting> Facts, IReadOnlyList<PassRow> Rows);

/// <summary>One pass through one layer; figures with their units.</summary>
/// <param name="Name">Layer and pass.</param>
/// <param name="Products">Multiplications per image.</param>
/// <param name="Bits">Stream bits per multiplication.</param>
/// <param name="RelativeError">Error against exact products over the exact sums; empty where none was compared.</param>
/// <param name="ErrorOverTheory">Error over what independent bits predict; empty where that does not apply.</param>
/// <param name="EnergyPerProduct">Energy per multiplication; empty where it is not known.</param>
/// <param name="EnergyPerImage">Energy per image; empty where it is not known.</param>
public sealed record PassRow(
    string Name, string Products, string Bits, string RelativeError, string ErrorOverTheory, string EnergyPerProduct, string EnergyPerImage);
