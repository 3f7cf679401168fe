using System.Collections.Generic;

namespace ScEdge.Files.Reading;

/// <summary>
/// A row of a table in text.
/// </summary>
/// <param name="Line">Number of the line on which it begins, from 1.</param>
/// <param name="Cells">Its cells, without quotes and what stands around them.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
