using System.Collections.Generic;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Uncertainty;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Arrays;

/// <summary>A stochastic multiply-accumulate as one of many in an array: a gate with its share of all that serves it.</summary>
/// <param name="Source">Where the bits come from.</param>
/// <param name="AreaSquareMicrometres">The array's area over its gates: counters, generators, cells, sense amplifiers, drivers; um2 at 40 nm.</param>
/// <param name="Energy">Energy of one multiplication of an image's way forward, leakage included; aJ.</param>
/// <param name="Layers">The layers, in order.</param>
/// <param name="Bounded">Components with a figure that the library lacks and that lies within bounds.</param>
public sealed record ArrayMac(
    StreamSource Source, Span AreaSquareMicrometres, Sensitivity Energy, IReadOnlyList<ArrayLayer> Layers, IReadOnlyList<string> Bounded);

/// <summary>One layer in the array.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Products">Multiplications of an image.</param>
/// <param name="BitsPerProduct">Stream bits drawn for one, its share of shared streams.</param>
/// <param name="AttojoulesPerProduct">Energy of one; aJ.</param>
public sealed record ArrayLayer(string Name, long Products, double BitsPerProduct, double AttojoulesPerProduct);
