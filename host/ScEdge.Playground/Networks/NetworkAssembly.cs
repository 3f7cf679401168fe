using System;
using System.Linq;
using ScEdge.Device.Configurations;
using ScEdge.Device.Networks;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;

namespace ScEdge.Playground.Networks;

/// <summary>
/// Makes the circuits of a board that reads, from the requests that would make them on one.
/// </summary>
public static class NetworkAssembly
{
    /// <summary>Lanes of an operand's cells: as many as a training has.</summary>
    public const int Lanes = 256;

    /// <summary>Makes the network of a file.</summary>
    /// <param name="registers">What was trained.</param>
    /// <param name="passes">Length, source and seed of the streams.</param>
    /// <exception cref="InputException">A board would refuse it.</exception>
    public static Network Of(TrainedRegisters registers, PassSettings passes)
    {
        ArgumentNullException.ThrowIfNull(registers);
        ArgumentNullException.ThrowIfNull(passes);
        Configuration configuration = Configure(registers);
        ConfigurationRecord record = new(ConfigurationRecord.NetworkCapacity);
        Append(record, MessageCode.BeginNetwork, registers.Images);
        foreach (AddLayerRequest layer in registers.Layers)
        {
            Append(record, MessageCode.AddLayer, layer);
        }

        byte[] settings = Settings(passes);
        Append(record, MessageCode.ApplyNetwork, new ApplyNetworkRequest { Data = settings, DataLength = settings.Length });
        NetworkPlan plan = new();
        Require(plan.Read(record, configuration) ?? plan.CompletenessProblem());
        return new Network(plan, record, configuration);
    }

    private static Configuration Configure(TrainedRegisters registers)
    {
        byte[] settings = OptimizerPlan.Write(new OptimizerSettings { WeightBits = registers.WeightBits }, new CellBankSettings());
        ConfigurationRecord record = new(ConfigurationRecord.Capacity);
        Append(record, MessageCode.BeginConfiguration, new BeginConfigurationRequest
        {
            Mode = RegisterMode.Reading, Optimizer = (int)OptimizerKind.Sgd, Data = settings, DataLength = settings.Length,
        });
        foreach (AddTensorRequest tensor in registers.Tensors)
        {
            Append(record, MessageCode.AddTensor, tensor);
        }

        ConfigurationPlan plan = new();
        Require(plan.Read(record) ?? plan.CompletenessProblem());
        Configuration configuration = new(plan, record, tileLength: 0);
        foreach ((TensorOptimizer tensor, short[] values) in configuration.Tensors.Zip(registers.Registers))
        {
            Require(values.Length == tensor.Weights.Length ? null : "The registers of the network do not have the shape that they say.");
            values.CopyTo(tensor.Weights, 0);
            tensor.Refresh();
        }

        return configuration;
    }

    private static byte[] Settings(PassSettings passes)
    {
        SettingsBytes bytes = SettingsBytes.Writer();
        passes.Visit(bytes);
        new CellBankSettings { Lanes = Lanes, CellsPerLane = passes.ForwardLength }.Visit(bytes);
        return bytes.ToArray();
    }

    private static void Append(ConfigurationRecord record, MessageCode code, Message request)
    {
        MessageWriter writer = new(ConfigurationRecord.Capacity);
        writer.Begin(code, isAnswer: false, number: 0, ConfigurationRecord.Capacity);
        request.Write(writer);
        Require(record.Append(code, writer.Buffer, MessageLimits.HeaderLength, writer.Length - MessageLimits.HeaderLength)
            ? null
            : "The network has more layers than a board takes.");
    }

    private static void Require(string? problem)
    {
        if (problem is not null)
        {
            throw new InputException(problem);
        }
    }
}
