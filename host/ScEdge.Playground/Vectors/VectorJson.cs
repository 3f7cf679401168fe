using System.Text.Json;
using System.Text.Json.Serialization;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Playground.Vectors;

/// <summary>How the files are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IncludeFields = true, Converters = [typeof(EncodingConverter)])]
[JsonSerializable(typeof(CellCase))]
[JsonSerializable(typeof(StepCase))]
[JsonSerializable(typeof(LedgerCase))]
[JsonSerializable(typeof(GradientCase))]
[JsonSerializable(typeof(InitialWeightCase))]
[JsonSerializable(typeof(ImageOrderCase))]
[JsonSerializable(typeof(ValidationCase))]
internal sealed partial class VectorJson : JsonSerializerContext
{
    private sealed class EncodingConverter() : JsonStringEnumConverter<UpdateEncoding>(JsonNamingPolicy.SnakeCaseLower);
}
