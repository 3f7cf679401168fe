using System;
using System.Collections.Generic;
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
        Append(record, NetworkRequests(registers, passes));
        NetworkPlan plan = new();
        Require(plan.Read(record, configuration) ?? plan.CompletenessProblem());
        return new Network(plan, record, configuration);
    }

    /// <summary>Returns the requests that configure a board for the registers, without the one that applies them.</summary>
    public static IEnumerable<(MessageCode Code, Message Request)> ConfigurationRequests(TrainedRegisters registers)
    {
        ArgumentNullException.ThrowIfNull(registers);
        byte[] settings = OptimizerPlan.Write(new OptimizerSettings { WeightBits = registers.WeightBits }, new CellBankSettings());
        yield return (MessageCode.BeginConfiguration, new BeginConfigurationRequest
        {
            Mode = RegisterMode.Reading, Optimizer = (int)OptimizerKind.Sgd, Data = settings, DataLength = settings.Length,
        });
        foreach (AddTensorRequest tensor in registers.Tensors)
        {
            yield return (MessageCode.AddTensor, tensor);
        }
    }

    /// <summary>Returns the requests that describe the network on them and put it in force.</summary>
    public static IEnumerable<(MessageCode Code, Message Request)> NetworkRequests(TrainedRegisters registers, PassSettings passes)
    {
        ArgumentNullException.ThrowIfNull(registers);
        ArgumentNullException.ThrowIfNull(passes);
        yield return (MessageCode.BeginNetwork, registers.Images);
        foreach (AddLayerRequest layer in registers.Layers)
        {
            yield return (MessageCode.AddLayer, layer);
        }

        byte[] settings = Settings(passes);
        yield return (MessageCode.ApplyNetwork, new ApplyNetworkRequest { Data = settings, DataLength = settings.Length });
    }

    private static Configuration Configure(TrainedRegisters registers)
    {
        ConfigurationRecord record = new(ConfigurationRecord.Capacity);
        Append(record, ConfigurationRequests(registers));
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

    private static void Append(ConfigurationRecord record, IEnumerable<(MessageCode Code, Message Request)> requests)
    {
        MessageWriter writer = new(ConfigurationRecord.Capacity);
        foreach ((MessageCode code, Message request) in requests)
        {
            writer.Begin(code, isAnswer: false, number: 0, ConfigurationRecord.Capacity);
            request.Write(writer);
            Require(record.Append(code, writer.Buffer, MessageLimits.HeaderLength, writer.Length - MessageLimits.HeaderLength)
                ? null
                : "The network has more layers than a board takes.");
        }
    }

    private static void Require(string? problem)
    {
        if (problem is not null)
        {
            throw new InputException(problem);
        }
    }
}
