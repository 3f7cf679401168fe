using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Training.Networks;

/// <summary>
/// Models as JSON.
/// </summary>
/// <remarks>
/// Example: {"name": "tiny", "inputChannels": 1, "inputHeight": 28, "inputWidth": 28, "layers": [{"type": "convolution",
/// "outputChannels": 4, "kernelSize": 5, "padding": 0}, {"type": "relu"}, {"type": "maxPooling"}, {"type": "dense",
/// "outputs": 10}], "classes": 10}. Unknown and missing properties are errors; padding may be left out; comments are allowed.
/// </remarks>
public static class ModelFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NewLine = "\n",
        WriteIndented = true,
    };

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, is not such JSON, or describes an impossible model.</exception>
    public static ModelDescription Read(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads a model from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Name of the source for messages.</param>
    /// <exception cref="InputException">The text is not such JSON or describes an impossible model.</exception>
    public static ModelDescription Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelDescription>(json, Options)
                ?? throw new InputException(
                    "it holds no model but null; write an object with name, inputChannels, inputHeight, inputWidth, layers and classes.");
        }
        catch (InputException exception)
        {
            throw new InputException($"'{name}': {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            string place = exception.LineNumber is { } line ? $" near line {line + 1}" : "";
            throw new InputException($"'{name}' is not a model{place}: {Reason(exception)} Correct the JSON.", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new InputException($"'{name}' has a layer without a type; give convolution, relu, maxPooling or dense.", exception);
        }
    }

    /// <summary>Writes a model as JSON.</summary>
    /// <param name="model">The model.</param>
    public static string Format(ModelDescription model) => JsonSerializer.Serialize(model, Options) + "\n";

    private static string Reason(JsonException exception)
    {
        // The framework adds "Path: ... | LineNumber: ..." behind the sentence.
        int end = exception.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
