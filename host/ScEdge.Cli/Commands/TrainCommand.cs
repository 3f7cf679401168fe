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
        "Train a CNN whose every multiplication and parameter update is computed in stochastic bit streams, beside the same CNN in FP32.",
        AddContents)
    {
        WorksUnseen = true,
        Exclusives = TrainArguments.Exclusives,
        IsIdle = TrainArguments.IsIdle,
        Details = "Without options: LeNet-5 on MNIST, every multiplication of the passes through the network a gate on two bit streams, every update "
            + "computed from bit streams. With --passes fp32, and with --port, the passes are FP32 and the updates alone in streams.",
        Examples =
        [
            new("train", "LeNet-5 on MNIST, passes and momentum in streams from jo2009 cells, FP32 and fixed point beside it"),
            new("train --passes fp32", "the updates alone in streams, as in the paper: a quarter of the time"),
            new("train --model edge --epochs 5 --seeds 1,2,3", "a small network from three seeds, with the spread"),
            new("train --stream-length 32/4/4 --register-bits 16/12", "short streams and narrower momentum counters"),
            new("train --optimizer sc-sgd --learning-rate 1/8 --weight-decay 0.0001", "without momentum, with weight decay"),
            new(
                "train --cbram gaba2013 --nonideality device-to-device=0.3 --nonideality drive-bits=6",
                "cells that differ, behind a coarse converter"),
            new("train --model edge --source sobol --pass-length 32", "passes in short streams from Sobol generators"),
            new("train --dataset emnist-letters --epochs 5 --out runs/letters", "letters from a folder of IDX files"),
            new("train --resume runs/letters", "continue after Ctrl-C, a crash or a power cut"),
            new("train --model edge --figures figures", "every chart of the report as SVG and CSV, for a paper"),
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
