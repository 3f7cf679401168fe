using System.Text.Json.Serialization;

namespace ScEdge.Playground.Vectors;

/// <summary>How the files are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IncludeFields = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CellCase))]
[JsonSerializable(typeof(StepCase))]
internal sealed partial class VectorJson : JsonSerializerContext;
