using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Runs;

/// <summary>
/// What can compute the updates of a run, by name: the stochastic optimisers, and FP32 gradient descent, which is none of them.
/// </summary>
public sealed class OptimizerNames : JsonConverter<OptimizerKind?>
{
    /// <summary>Name of FP32 gradient descent.</summary>
    public const string Fp32 = "sgd";

    /// <summary>Gets the choices by name; null is FP32 gradient descent.</summary>
    public static IReadOnlyDictionary<string, OptimizerKind?> All { get; } = Enum.GetValues<OptimizerKind>()
        .Select(static kind => KeyValuePair.Create<string, OptimizerKind?>(OptimizerDescription.Of(kind).Name, kind))
        .Append(KeyValuePair.Create<string, OptimizerKind?>(Fp32, null))
        .ToDictionary();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <summary>Returns the name of a choice.</summary>
    public static string Of(OptimizerKind? optimizer) => optimizer is { } kind ? OptimizerDescription.Of(kind).Name : Fp32;

    /// <inheritdoc/>
    public override OptimizerKind? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && All.TryGetValue(reader.GetString()!, out OptimizerKind? optimizer)
            ? optimizer
            : throw new JsonException($"The optimizer must be one of {string.Join(", ", All.Keys)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OptimizerKind? value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
