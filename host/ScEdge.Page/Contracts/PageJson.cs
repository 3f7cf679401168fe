using System.Collections.Generic;
using System.Text.Json.Serialization;
using ScEdge.Playground.Networks;

namespace ScEdge.Page.Contracts;

/// <summary>
/// How page and server write to each other: names in snake_case, as everywhere in this program; made when it is built, for a page that is trimmed.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ServerInfo))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(CostSheet))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunDetail))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(RunReference))]
[JsonSerializable(typeof(RunComparisonView))]
[JsonSerializable(typeof(BoardRequest))]
[JsonSerializable(typeof(BoardResponse))]
[JsonSerializable(typeof(BoardEvent))]
[JsonSerializable(typeof(IReadOnlyList<NetworkEntry>))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(DrawRequest))]
[JsonSerializable(typeof(DrawAnswer))]
[JsonSerializable(typeof(string))]
public sealed partial class PageJson : JsonSerializerContext
{
}
