using System.CommandLine;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Settings;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge train</c>: the main job.
/// </summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "train",
        "Train a CNN whose parameter updates are computed in stochastic bit streams, beside the same CNN with FP32 updates.",
        AddContents)
    {
        WorksUnseen = true,
        Exclusives = TrainArguments.Exclusives,
        IsIdle = TrainArguments.IsIdle,
        Details = "The passes through the network are FP32, or bit streams with --passes stochastic. Without options: LeNet-5 on MNIST.",
        Examples =
        [
            new("train", "LeNet-5 on MNIST, stochastic momentum on jo2009 cells, FP32 beside it"),
            new("train --model edge --epochs 5 --seeds 1,2,3", "a small network from three seeds, with the spread"),
            new("train --stream-length 32/4/4 --register-bits 16/12", "short streams and narrower momentum counters"),
            new("train --optimizer sc-sgd --learning-rate 1/8 --weight-decay 0.0001", "without momentum, with weight decay"),
            new(
                "train --cbram gaba2013 --nonideality device-to-device=0.3 --nonideality drive-bits=6",
                "cells that differ, behind a coarse converter"),
            new("train --model edge --passes stochastic", "every multiplication, forward and back, an AND gate on two streams"),
            new("train --dataset emnist-letters --epochs 5 --out runs/letters", "letters from a folder of IDX files"),
            new("train --resume runs/letters", "continue after Ctrl-C, a crash or a power cut"),
            new("train --epochs 1 --json | tail -n 1", "the result for a script"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        TrainArguments arguments = new("train", offers: null, defaultSeeds: [1]);
        arguments.AddTo(command);
        command.SetAction(result => (int)TrainingSession.Run(arguments.Read(result)));
    }
}
