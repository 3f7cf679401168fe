using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Playground.Boards;
using ScEdge.Playground.Networks;
using ScEdge.Playground.Tests.Networks;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;

namespace ScEdge.Playground.Tests.Boards;

/// <summary>A board behind bytes that are carried one way and the other reads as the page itself does.</summary>
[Trait("Kind", "Property")]
public sealed class BoardDigitReaderTests
{
    private static readonly ImageSet Images = MnistDataset.Load().Test.First(2);

    [Fact]
    public async Task Read_OnABoard_GivesTheScoresAndCountsOfHere()
    {
        using BoardAtAPort board = new();
        using CancellationTokenSource end = new();
        await using BoardDialogue dialogue = Dialogue(board, end.Token);
        TrainedRegisters registers = TrainedRegisters.Read(new TestRegisters("edge", Images).File());
        await dialogue.OpenAsync();
        Assert.Equal(2, (await BoardDigitReader.GreetAsync(dialogue)).StreamFormat);
        BoardDigitReader reader = new(dialogue, registers);
        LocalReader here = new(registers);
        ReadingSettings[] settings = [new(32, StreamSource.SharedCells, 3), new(16, StreamSource.Sobol, 3)];
        foreach (ReadingSettings one in settings)
        {
            byte[][] pixels = [.. Enumerable.Range(0, 2).Select(i => Images.Images.AsSpan(i * Images.ImageLength, Images.ImageLength).ToArray())];

            // Both at once: the second waits for its turn.
            DigitReading[] readings = await Task.WhenAll(reader.ReadAsync(pixels[0], one, 8), reader.ReadAsync(pixels[1], one, 9));

            for (int i = 0; i < 2; i++)
            {
                DigitReading expected = here.Read(pixels[i], one, (uint)(8 + i));
                Assert.Equal(expected.Logits, readings[i].Logits);
                Assert.Equal(expected.Counts.Bits, readings[i].Counts.Bits);
                Assert.Equal(expected.Counts.AndOperations, readings[i].Counts.AndOperations);
            }

            Assert.Equal(here.Products, reader.Products);
        }

        await end.CancelAsync();
    }

    [Fact]
    public async Task Ask_WhatABoardRefuses_ThrowsItsSentence()
    {
        using BoardAtAPort board = new();
        using CancellationTokenSource end = new();
        await using BoardDialogue dialogue = Dialogue(board, end.Token);
        await dialogue.OpenAsync();

        InputException exception = await Assert.ThrowsAsync<InputException>(() => dialogue.AskAsync(MessageCode.ApplyConfiguration));

        Assert.StartsWith("The board refuses ApplyConfiguration", exception.Message, StringComparison.Ordinal);
        await end.CancelAsync();
    }

    private static BoardDialogue Dialogue(BoardAtAPort board, CancellationToken end)
    {
        BoardDialogue dialogue = new(
            new SerialLine(),
            bytes =>
            {
                board.Send(bytes);
                return Task.CompletedTask;
            },
            epoch: 5);
        _ = CarryAsync(board, dialogue, end);
        return dialogue;
    }

    private static async Task CarryAsync(BoardAtAPort board, BoardDialogue dialogue, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (board.Take() is { Length: > 0 } bytes)
            {
                dialogue.Receive(bytes);
            }

            await Task.Delay(1, CancellationToken.None);
        }
    }
}
