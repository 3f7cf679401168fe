using System.Text.Json.Serialization;

namespace ScEdge.Training.Networks;

/// <summary>
/// One layer of a <see cref="ModelDescription"/>; the derived records are the kinds of layers.
/// </summary>
/// <remarks>In JSON the kind is the property "type": convolution, relu, maxPooling or dense.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ConvolutionDescription), "convolution")]
[JsonDerivedType(typeof(RectifierDescription), "relu")]
[JsonDerivedType(typeof(MaxPoolingDescription), "maxPooling")]
[JsonDerivedType(typeof(DenseDescription), "dense")]
public abstract record LayerDescription;
