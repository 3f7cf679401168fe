using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Evaluation;

[Trait("Kind", "Unit")]
public sealed class ParameterEvaluationTests(TinyRun run) : IClassFixture<TinyRun>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_RunFolder_RepeatsTheAccuracyOfTheRun(bool registers)
    {
        EvaluationResult result =
            ParameterEvaluation.Of(new EvaluationRequest(run.RunPath) { Dataset = run.DatasetPath, Registers = registers, Threads = 1 });

        Assert.Equal(registers, result.HoldsCounters);
        Assert.Equal(run.Result.Stochastic!.Test!.Accuracy, result.Evaluation.Accuracy);
        Assert.Equal(TinyImages.Classes, result.ClassNames.Count);
    }

    [Theory]
    [InlineData(ParameterFiles.ParametersName)]
    [InlineData(ParameterFiles.RegistersName)]
    public void Of_TensorsInAnotherOrder_GivesTheSame(string name)
    {
        double accuracy = Evaluate(name, static tensors => tensors.Reverse()).Evaluation.Accuracy;

        Assert.Equal(run.Result.Stochastic!.Test!.Accuracy, accuracy);
    }

    [Theory]
    [InlineData(ParameterFiles.ParametersName)]
    [InlineData(ParameterFiles.RegistersName)]
    public void Of_TransposedTensor_SaysBothShapes(string name)
    {
        string message = Refused(name, static tensor => tensor.Name == "fc1.weight" ? Copy(tensor, [.. tensor.Shape.Reverse()]) : tensor);

        Assert.Matches(@"holds fc1\.weight of shape \[\d+, \d+\], its network has \[\d+, \d+\]", message);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Of_ValueThatIsNotFinite_SaysWhere(float value)
    {
        string message = Refused(ParameterFiles.ParametersName, tensor =>
        {
            float[] values = tensor.Values<float>().ToArray();
            values[2] = tensor.Name == "conv2.weight" ? value : values[2];
            SafetensorsFile file = new();
            file.Add<float>(tensor.Name, [.. tensor.Shape], values);
            return file.Tensors[0];
        });

        Assert.Contains("in conv2.weight, number 2: give a file whose values are all finite", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TensorMissingOrUnknown_NamesIt()
    {
        Assert.Contains("holds no conv1.bias", Assert.Throws<InputException>(
            () => Evaluate(
                ParameterFiles.ParametersName,
                static tensors => tensors.Where(static tensor => tensor.Name != "conv1.bias"))).Message, StringComparison.Ordinal);
        SafetensorsFile more = new();
        more.Add<float>("fc9.bias", [1], [0f]);
        Assert.Contains("holds fc9.bias, which the network", Assert.Throws<InputException>(
            () => Evaluate(ParameterFiles.ParametersName, tensors => tensors.Append(more.Tensors[0]))).Message, StringComparison.Ordinal);
    }

    private string Refused(string name, Func<SafetensorsTensor, SafetensorsTensor> change) =>
        Assert.Throws<InputException>(() => Evaluate(name, tensors => tensors.Select(change))).Message;

    private EvaluationResult Evaluate(string name, Func<IEnumerable<SafetensorsTensor>, IEnumerable<SafetensorsTensor>> change)
    {
        SafetensorsFile known = SafetensorsFile.Read(Path.Combine(run.RunPath, name));
        SafetensorsFile changed = new();
        foreach ((string key, string value) in known.Metadata)
        {
            changed.Metadata[key] = value;
        }

        foreach (SafetensorsTensor tensor in change(known.Tensors))
        {
            Add(changed, tensor, [.. tensor.Shape]);
        }

        using TemporaryFolder folder = new();
        changed.Write(folder.At("changed.safetensors"));
        return ParameterEvaluation.Of(new EvaluationRequest(folder.At("changed.safetensors")) { Dataset = run.DatasetPath, Threads = 1 });
    }

    private static SafetensorsTensor Copy(SafetensorsTensor tensor, int[] shape)
    {
        SafetensorsFile file = new();
        Add(file, tensor, shape);
        return file.Tensors[0];
    }

    private static void Add(SafetensorsFile file, SafetensorsTensor tensor, int[] shape)
    {
        if (tensor.Holds<short>())
        {
            file.Add(tensor.Name, shape, tensor.Values<short>());
        }
        else
        {
            file.Add(tensor.Name, shape, tensor.Values<float>());
        }
    }
}
