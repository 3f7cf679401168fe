using System;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes.Layers;
using ScEdge.Training.Runs;

namespace ScEdge.Playground.Tests.Networks;

/// <summary>A network of random registers as a run would write it.</summary>
internal sealed class TestRegisters
{
    public const int FractionBits = 14;

    public TestRegisters(string model, ImageSet images)
    {
        Model = ModelCatalogue.Create(model, images);
        Normalization = InputNormalization.FromImages(images);
        Registers =
        [
            .. Model.Parameters.Select(static (parameter, tensor) => new RegisterTensor(
                [.. Enumerable.Range(0, parameter.Count).Select(i => (short)((short)CounterGenerator.Word((uint)tensor, 5, (uint)i) >> 2))],
                FractionBits)),
        ];
    }

    public ModelDescription Model { get; }

    public InputNormalization Normalization { get; }

    public RegisterTensor[] Registers { get; }

    public byte[] File()
    {
        SafetensorsFile file = new();
        file.Metadata["scedge.model"] = ModelFile.Format(Model);
        file.Metadata["scedge.model_name"] = Model.Name;
        file.Metadata["scedge.input_scale"] = Normalization.Scale.ToString("R", CultureInfo.InvariantCulture);
        file.Metadata["scedge.input_shift"] = Normalization.Shift.ToString("R", CultureInfo.InvariantCulture);
        foreach ((ParameterDescription parameter, RegisterTensor registers) in Model.Parameters.Zip(Registers))
        {
            new RegisterScale(16, FractionBits).Write(file, parameter.Name);
            file.Add<short>(parameter.Name, [.. parameter.Shape], registers.Values);
        }

        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        file.Write(path);
        byte[] bytes = System.IO.File.ReadAllBytes(path);
        System.IO.File.Delete(path);
        return bytes;
    }
}
