using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Figures with their spans, a column per library.</summary>
/// <param name="Libraries">Names of the libraries.</param>
/// <param name="Rows">The figures.</param>
public sealed record SpanTable(IReadOnlyList<string> Libraries, IReadOnlyList<SpanRow> Rows);

/// <summary>One figure under every library.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Texts">Value and span as they are to be read, in the order of the libraries.</param>
public sealed record SpanRow(string Name, IReadOnlyList<string> Texts);
