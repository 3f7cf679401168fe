using System.Text.Json.Serialization;

namespace ScEdge.Playground.Networks;

/// <summary>How the list is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NetworkEntry[]))]
internal sealed partial class NetworkJson : JsonSerializerContext;
